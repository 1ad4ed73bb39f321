package org.huzhu.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real browser, one for all tests of a run. */
public final class Pages {

    /** The one without windows first: the others draw their own menus and tabs, which nobody sees, as pages too. */
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");

    /** How long a page is waited for, in milliseconds, before a test fails: a busy machine is no failure. */
    private static final int PATIENCE = 60_000;

    private static @Nullable Browser browser;

    private Pages() {}

    /** A visitor whose browser knows nothing yet, with a window of so many points. */
    public static BrowserContext visitor(int width, int height) {
        return visitor(options(width, height));
    }

    /** The same, with a browser that runs no scripts. */
    public static BrowserContext withoutScripts(int width, int height) {
        return visitor(options(width, height).setJavaScriptEnabled(false));
    }

    private static Browser.NewContextOptions options(int width, int height) {
        return new Browser.NewContextOptions().setViewportSize(width, height).setLocale("zh-CN");
    }

    private static synchronized BrowserContext visitor(Browser.NewContextOptions options) {
        Browser open = browser == null ? open() : browser;
        browser = open;
        BrowserContext visitor = open.newContext(options);
        visitor.setDefaultTimeout(PATIENCE);
        return visitor;
    }

    private static Browser open() {
        Path place = Stream.concat(Stream.ofNullable(System.getenv("HUZHU_CHROMIUM")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("""
                        网页的测试要用 Chromium，这里没有找到。
                        Debian、Ubuntu：  sudo apt install chromium-headless-shell fonts-wqy-zenhei（或 chromium）
                        Fedora：          sudo dnf install chromium wqy-zenhei-fonts
                        装在别处时，请设环境变量 HUZHU_CHROMIUM。"""));
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(place)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
    }
}
