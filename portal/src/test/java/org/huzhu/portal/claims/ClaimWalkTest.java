package org.huzhu.portal.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.portal.Demonstrated.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.huzhu.Society;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.kernel.Phone;
import org.huzhu.members.phones.Phones;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.Pages;
import org.huzhu.staff.Session;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** From the first tap of a member to the decision, and why it is that sum. */
@PageTest
class ClaimWalkTest {

    /** T-M2 of those who count taps: a stay with two papers, from the first page to handed in. */
    private static final int TAPS_TO_FILE = 8;

    private final Demonstrated society;
    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final Phones phones;
    private int taps;

    ClaimWalkTest(
            @Autowired Demonstrated society,
            @Autowired JdbcClient database,
            @Autowired TransactionOperations transactions,
            @Autowired Phones phones) {
        this.society = society;
        this.database = database;
        this.transactions = transactions;
        this.phones = phones;
    }

    /** Somebody of the demonstration whose cover for hospital expense has run for more than two months. */
    private Session.Opened covered() {
        String phone = Scope.ofSystem()
                .call(() -> Objects.requireNonNull(transactions.execute(_ -> phones.of(underCover()).values().stream()
                        .map(Phone::digits)
                        .sorted()
                        .findFirst()
                        .orElseThrow())));
        return society.member(phone);
    }

    private List<UUID> underCover() {
        return database.sql("""
                        select c.member from enrolment.cover c
                        where c.plan = '住院医疗' and c.from_on < current_date - 70 and c.until_on > current_date
                          and enrolment.standing(c.state, c.batch) = 'IN_FORCE'
                        order by c.member
                        """)
                .query((row, _) -> row.getObject("member", UUID.class))
                .list();
    }

    private void tap(Page page, String selector) {
        page.locator(selector).first().click();
        taps++;
    }

    @Test
    void a_stay_goes_from_the_phone_through_all_steps_and_says_why_it_is_that_sum() {
        Session.Opened opened = covered();
        LocalDate out = LocalDate.now(Society.CHINA).minusDays(10);
        String at;
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            visitor.addCookies(List.of(new Cookie("huzhu", opened.token()).setUrl(society.at("/"))));
            Page page = visitor.newPage();
            page.navigate(society.at("/m"));
            look(page, "claim-0-home");
            tap(page, "a[href='/m/claims/new']");
            look(page, "claim-1-tiles");
            tell(page, out);
            photograph(page, "RECEIPT");
            photograph(page, "DISCHARGE");
            look(page, "claim-3-papers");
            tap(page, "a.main");
            handIn(page);
            page.waitForURL(url -> url.matches(".*/m/claims/[0-9a-f-]{36}"));
            look(page, "claim-5-progress");
            assertThat(page.innerText("main")).contains("代办处初审", "以前到账");
            at = page.url().replace(society.at("/m"), "/w");
            assertThat(taps).isLessThanOrEqualTo(TAPS_TO_FILE);
        }
        decide(Role.AGENCY_HANDLER, at, "claim-6-agency");
        decide(Role.OFFICE_REVIEWER, at, "claim-7-office");
        try (BrowserContext visitor = Pages.visitor(390, 844)) {
            visitor.addCookies(List.of(new Cookie("huzhu", opened.token()).setUrl(society.at("/"))));
            Page page = visitor.newPage();
            page.navigate(society.at(at.replace("/w/", "/m/")));
            look(page, "claim-8-approved");
            assertThat(page.innerText("main")).contains("已批准，待付款");
            page.locator("a.main").first().click();
            assertThat(page.innerText("main")).contains("5440元 × 70% = 3808元", "住院医疗");
            look(page, "claim-9-working");
        }
    }

    /** What happened: a stay of thirteen days, of which he bore so much himself. */
    private void tell(Page page, LocalDate out) {
        tap(page, "a[href='/m/claims/new/STAY']");
        page.locator("[name='s0.in']").fill(out.minusDays(13).toString());
        page.locator("[name='s0.out']").fill(out.toString());
        page.locator("[name='s0.cause'][value=ILLNESS]").check();
        page.locator("[name='s0.cost.SELF_PAID_AFTER_INSURANCE']").fill("5440");
        look(page, "claim-2-questions");
        tap(page, "main form button");
        assertThat(page.innerText("main")).contains("大约可以领", "3,808.00");
    }

    private void handIn(Page page) {
        page.locator("[name=consent][type=checkbox]").first().check();
        page.locator("[name=consent][type=checkbox]").last().check();
        taps++;
        look(page, "claim-4-confirm");
        tap(page, "main form button");
    }

    /** A photo is one tap, on its tile: it is sent by itself. */
    private void photograph(Page page, String kind) {
        page.locator("li.paper:has(input[value=" + kind + "]) input[type=file]")
                .setInputFiles(new FilePayload("照片.jpg", "image/jpeg", photo()));
        taps++;
        page.waitForSelector("li.paper:has(input[value=" + kind + "]) .thumb");
    }

    private void decide(Role role, String at, String name) {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = society.signedIn(visitor, role);
            page.navigate(society.at(at));
            look(page, name);
            tickAll(page);
            page.keyboard().press("a");
            page.waitForURL(url -> !url.endsWith(at));
            assertThat(page.innerText("main")).doesNotContain("请看过");
        }
    }

    /** What the program has not found to be so itself. */
    private static void tickAll(Page page) {
        page.locator("[name=checked]:not(:checked)").all().forEach(Locator::check);
    }

    private static byte[] photo() {
        BufferedImage image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        Random chance = new Random(7);
        for (int i = 0; i < 400; i++) {
            pen.setColor(new Color(chance.nextInt(0x1000000)));
            pen.fillRect(chance.nextInt(800), chance.nextInt(600), 24, 24);
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
