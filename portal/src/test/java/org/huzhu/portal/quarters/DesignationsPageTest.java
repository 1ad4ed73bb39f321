package org.huzhu.portal.quarters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import org.huzhu.Society;
import org.huzhu.access.Role;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is designated, and the quarter that was settled for them. */
@PageTest
class DesignationsPageTest {

    private static final String HEADER = "姓名,身份证号,起始日期,终止日期,依据\n";

    private final Demonstrated society;

    DesignationsPageTest(@Autowired Demonstrated society) {
        this.society = society;
    }

    private static void bring(Page page, String text) {
        page.locator("[name=file]").setInputFiles(new FilePayload("名单.csv", "text/csv", text.getBytes(UTF_8)));
        page.locator("form[action='/w/designations'] button").click();
        page.locator("[role=status], [role=alert]").first().waitFor();
    }

    @Test
    void a_list_with_a_wrong_line_is_named_by_line_and_nothing_of_it_is_taken() {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.RELIEF_OFFICER);
            page.navigate(society.at("/w/designations?kind=MODEL_WORKER"));
            String before = page.innerText("h2");
            bring(page, HEADER + "张三,110101198001010038,2025-01-01,,\n李四,110,2025-01-01,,\n");
            assertThat(page.innerText("main")).contains("一条也没有放入", "第3行身份证号不对");
            look(page, "designations-wrong");
            page.navigate(society.at("/w/designations?kind=MODEL_WORKER"));
            assertThat(page.innerText("h2")).isEqualTo(before);
        }
    }

    @Test
    void the_quarter_for_workers_in_hardship_takes_no_files_and_says_by_what_it_was_settled() {
        int year = LocalDate.now(Society.CHINA).getYear() - 1;
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, Role.RELIEF_OFFICER);
            page.navigate(society.at("/w/designations"));
            assertThat(page.innerText("h2")).matches("(?s).*今天在册 \\d+ 人.*");
            look(page, "designations");
            page.navigate(society.at("/w/quarters"));
            page.locator("ul.rows a:has-text('困难职工二次报销 %d年')".formatted(year)).click();
            assertThat(page.innerText("main")).contains("已确认", "只计名册上的人在册的日子", "在册名单");
            assertThat(page.locator("form[action$='/bring']").count()).isZero();
            look(page, "quarter-designated");
        }
    }
}
