package org.huzhu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.huzhu.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How long pages take until their largest part stands there, on a slow line and a slow machine; docs/performance.md has
 * the command and what it said. Its name keeps it out of the test run. It asserts what was found, never how fast.
 */
@PageTest
class PagesBench {

    private static final int ROUNDS = 5;

    /** Says when the largest part was painted, in milliseconds from the start. */
    private static final String LARGEST = """
            new PerformanceObserver(list => { window.largest = list.getEntries().at(-1).startTime; })
                .observe({type: 'largest-contentful-paint', buffered: true});
            """;

    private final Demonstrated society;
    private final List<String> report = new ArrayList<>();

    PagesBench(@Autowired Demonstrated society) {
        this.society = society;
    }

    /**
     * Whose machine it is.
     *
     * @param slower how many times slower than this one
     */
    private record Machine(int width, int height, double megabits, int latency, int slower) {}

    private static final Machine PHONE = new Machine(390, 844, 1.6, 150, 6);
    private static final Machine OLD_OFFICE_PC = new Machine(1366, 768, 10, 20, 4);

    @Test
    void report() throws IOException {
        String member = society.member("13800000021").token();
        for (String path : List.of("/", "/join", "/m/login")) {
            time("", path, PHONE);
        }
        for (String path : List.of("/m", "/m/me", "/m/me/consents", "/m/me/corrections", "/m/me/print")) {
            time(member, path, PHONE);
        }
        String handler = society.token(society.post(Role.AGENCY_HANDLER));
        String unit = society.token(society.post(Role.UNIT_HANDLER));
        String ofUnit =
                "/w/orgs/" + society.post(Role.UNIT_HANDLER).organisation().id();
        for (String path : List.of("/w", "/w/orgs", "/w/members", "/w/staff", "/w/duplicates")) {
            time(handler, path, OLD_OFFICE_PC);
        }
        time(unit, ofUnit, OLD_OFFICE_PC);
        time(unit, ofUnit + "/members", OLD_OFFICE_PC);
        time(society.token(society.post(Role.AUDITOR)), "/w/audit", OLD_OFFICE_PC);
        act(handler);
        Files.write(Path.of("target", "pages-bench.txt"), report);
        report.forEach(System.out::println);
    }

    /** Each time in a browser that has kept nothing. */
    private void time(String token, String path, Machine machine) {
        double[] times = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            try (BrowserContext visitor = Pages.visitor(machine.width(), machine.height())) {
                Page page = slow(visitor, token, machine);
                assertThat(page.navigate(society.at(path)).status()).isEqualTo(200);
                page.waitForLoadState(LoadState.NETWORKIDLE);
                times[round] = ((Number) page.evaluate("window.largest")).doubleValue();
            }
        }
        say(path.replaceAll("[0-9a-f-]{36}", "…"), times);
    }

    private Page slow(BrowserContext visitor, String token, Machine machine) {
        if (!token.isEmpty()) {
            visitor.addCookies(List.of(new Cookie(Gate.SESSION, token).setUrl(society.at("/"))));
        }
        Page page = visitor.newPage();
        page.addInitScript(LARGEST);
        CDPSession session = visitor.newCDPSession(page);
        session.send("Network.enable");
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", machine.latency());
        line.addProperty("downloadThroughput", machine.megabits() * 1_000_000 / 8);
        line.addProperty("uploadThroughput", machine.megabits() * 1_000_000 / 8);
        session.send("Network.emulateNetworkConditions", line);
        JsonObject processor = new JsonObject();
        processor.addProperty("rate", machine.slower());
        session.send("Emulation.setCPUThrottlingRate", processor);
        return page;
    }

    /** From the press to the branches below standing there. */
    private void act(String token) {
        double[] times = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            try (BrowserContext visitor = Pages.visitor(1366, 768)) {
                Page page = slow(visitor, token, OLD_OFFICE_PC);
                page.navigate(society.at("/w/orgs"));
                page.waitForLoadState(LoadState.NETWORKIDLE);
                long start = System.nanoTime();
                page.locator(".tree button").first().click();
                page.locator(".tree .tree li").first().waitFor();
                times[round] = (System.nanoTime() - start) / 1e6;
            }
        }
        say("branches opened", times);
    }

    private void say(String what, double[] times) {
        Arrays.sort(times);
        report.add("%-28s median %6.0f ms, worst %6.0f ms".formatted(what, times[ROUNDS / 2], times[ROUNDS - 1]));
    }
}
