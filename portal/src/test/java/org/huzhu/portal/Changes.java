package org.huzhu.portal;

import static org.huzhu.portal.Demonstrated.press;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;

/** Somebody who changes organisations on their pages. */
record Changes(Demonstrated society, Page page) {

    static final String NEXT = "下一步：看会发生什么";
    static final String SURE = "确认办理";

    /** Goes to the page of the organisation and gives its address. */
    String to(String name) {
        page.navigate(society.at("/w/orgs?q=" + name));
        page.locator(".rows a").first().click();
        page.locator("h1").waitFor();
        return page.url();
    }

    /** Opens the form and fills it. */
    Locator form(String kind, Map<String, String> fields) {
        page.locator(".acts a", new Page.LocatorOptions().setHasText("变更")).click();
        Locator change = page.locator("#" + kind);
        change.locator("summary").click();
        fields.forEach((name, text) -> change.locator("[name=" + name + "]").fill(text));
        return change;
    }

    /** Opens a unit below a point. */
    String opened(String name) {
        to("金鱼池社区代办点");
        form("open", Map.of("name", name, "reason", "新建会"));
        click(page.locator("#open"), NEXT);
        press(page, SURE);
        page.locator("h1", new Page.LocatorOptions().setHasText(name)).waitFor();
        return page.url();
    }

    static void click(Locator within, String name) {
        within.locator("button", new Locator.LocatorOptions().setHasText(name)).click();
    }
}
