package org.huzhu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;
import static org.huzhu.portal.Demonstrated.press;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huzhu.Society;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;
import org.huzhu.members.proxies.Proxies;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A member's own pages on a phone. */
@PageTest
class OwnPagesTest {

    private static final Pattern NUMBER = Pattern.compile("\\d{17}[\\dX]");

    private final Demonstrated society;
    private final MemberDoor door;
    private final Proxies proxies;

    OwnPagesTest(@Autowired Demonstrated society, @Autowired MemberDoor door, @Autowired Proxies proxies) {
        this.society = society;
        this.door = door;
        this.proxies = proxies;
    }

    private Page signedIn(BrowserContext visitor, String phone) {
        Page page = visitor.newPage();
        page.navigate(society.at("/m/login"));
        page.getByLabel("手机").fill(phone);
        press(page, "发送验证码");
        page.getByLabel("短信验证码").fill(door.lastCode(phone));
        press(page, "登录");
        return page;
    }

    private static void assertFits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(page.url())
                .isEqualTo(true);
    }

    @Test
    void a_member_reads_what_is_kept_of_him_with_where_he_works_and_no_number_in_full() {
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            Page page = signedIn(visitor, "13800000011");
            look(page, "own-home");
            page.getByText("我的信息").click();

            assertThat(page.locator("main").innerText())
                    .contains("工会", "起", "工会会员卡")
                    .doesNotContain("其他单位")
                    .doesNotContainPattern(NUMBER);
            assertFits(page);
            look(page, "own-me");

            page.getByText("打印我的信息").click();
            assertThat(page.locator("h1").innerText()).isEqualTo("会员信息");
            assertThat(page.content()).doesNotContainPattern(NUMBER);
            look(page, "own-print");

            String copy = page.request().get(society.at("/m/me/copy")).text();
            assertThat(copy).contains("\"work\"", "工会").doesNotContainPattern(NUMBER);
        }
    }

    @Test
    void his_copy_says_who_acts_for_him_and_for_whom_he_does() {
        LocalDate until = LocalDate.now(Society.CHINA).plusYears(1);
        let("13800000015", "13800000016", until);
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            Page his = signedIn(visitor, "13800000015");
            String given = his.request().get(society.at("/m/me/copy")).text();
            assertThat(given).contains("王晓梅 138****0016", "最后一天 " + until.minusDays(1) + "，等家人登录");
            his.navigate(society.at("/m/me/print"));
            assertThat(his.innerText("main")).contains("我请的家人代办", "王晓梅 138****0016");
        }
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            Page hers = signedIn(visitor, "13800000016");
            String held = hers.request().get(society.at("/m/me/copy")).text();
            assertThat(held)
                    .containsPattern("\"acts\":\\[\\{\"what\":\"\\S\\*+\"")
                    .contains("还没有接受");
        }
    }

    private void let(String member, String phone, LocalDate until) {
        UUID id = society.member(member).session().holder();
        // The code of this visit would be the last for a minute.
        society.forgetMessages();
        Caller self = new Caller(id, Role.MEMBER, Optional.empty(), Optional.of(id));
        UUID _ = self.scope().call(() -> proxies.grant(self, new PersonName("王晓梅"), Phone.parse(phone), until));
    }

    @Test
    void a_member_reads_the_whole_text_before_he_agrees_and_can_take_it_back() {
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            Page page = signedIn(visitor, "13800000012");
            page.getByText("我的授权").click();
            look(page, "own-consents");
            assertThat(page.locator("main").innerText()).contains("单位看不到病情", "随时撤回");

            page.locator(".block").nth(1).getByText("同意", exact()).click();
            assertThat(page.locator(".block").nth(1).innerText()).contains("起已同意");
            page.locator(".block").nth(1).getByText("撤回同意", exact()).click();
            assertThat(page.locator(".block").nth(1).innerText()).doesNotContain("起已同意");
            assertFits(page);
        }
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    @Test
    void a_member_asks_for_a_correction_and_sees_how_far_it_has_come_in_large_signs_too() {
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            Page page = signedIn(visitor, "13800000013");
            press(page, "大字版");
            look(page, "own-home-elder");
            page.getByText("申请更正").click();
            page.getByLabel("哪一项不对").fill("住址");
            page.getByLabel("应该是怎样的").fill("搬家了");
            press(page, "提交");

            assertThat(page.locator(".rows").innerText()).contains("住址", "处理中").doesNotContain("搬家了");
            assertFits(page);
            look(page, "own-corrections-elder");

            page.navigate(society.at("/m/me"));
            assertFits(page);
            look(page, "own-me-elder");
        }
    }
}
