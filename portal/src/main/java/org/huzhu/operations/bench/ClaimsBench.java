package org.huzhu.operations.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.huzhu.Society;
import org.huzhu.city.Machine;
import org.huzhu.operations.bench.Visitor.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.GenericApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code huzhu bench claims}: how long members wait for their pages, and how many claims with photos are taken in. */
@Command(
        name = "claims",
        header = "申领：会员看自己的网页要等多久，带照片的申请收得下多少。",
        description = {
            "在临时目录建一个区的互助会（自带 PostgreSQL，设置与正式运行相同），通过本机的 HTTP 访问，测完删除。",
            "请求按固定的节奏发出，不等前面的答复；时间从该发出的时刻算起。发请求的程序在同一台机器上。"
        },
        mixinStandardHelpOptions = true)
public final class ClaimsBench implements Callable<Integer> {

    private static final int PHOTOS = 16;
    private static final int WARMING_SECONDS = 20;
    private static final double MEGABYTE = 1e6;
    private static final String FILED = "一件申请，从开始填到提交";
    private static final List<String> PAGES =
            List.of("/m", "/m/claims", "/m/claims/*", "/m/claims/*/working", "/m/pay", "/m/messages");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    @Option(names = "--members", paramLabel = "人数", defaultValue = "3000", description = "会员人数，缺省 3000。")
    private int members;

    @Option(names = "--claims", paramLabel = "件数", defaultValue = "1000", description = "已有的申请，缺省 1000。")
    private int claims;

    @Option(names = "--pages", paramLabel = "每秒", defaultValue = "300", description = "每秒看多少网页，缺省 300。")
    private int pages;

    @Option(names = "--filings", paramLabel = "每秒", defaultValue = "20", description = "每秒提交多少件申请，缺省 20。")
    private int filings;

    @Option(names = "--seconds", paramLabel = "秒", defaultValue = "30", description = "各测多少秒，缺省 30。")
    private int seconds;

    @Option(names = "--work", paramLabel = "目录", description = "放临时文件的目录；缺省为系统的临时目录。")
    private @Nullable Path work;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Drawn when it is called, not when it is only named among the other commands: that takes a while. */
    private List<byte[]> photos = List.of();

    /** For the command line. */
    public ClaimsBench() {}

    @Override
    public Integer call() throws IOException {
        photos = IntStream.range(0, PHOTOS).mapToObj(Snapshots::large).toList();
        say("机器：" + Machine.describe());
        Codes codes = new Codes();
        try (TemporarySociety society = TemporarySociety.open(
                Optional.ofNullable(work),
                Map.of("server.port", 0, "server.address", "127.0.0.1", "huzhu.rounds", "off"),
                application -> application.addInitializers(
                        context -> ((GenericApplicationContext) context).registerBean(Codes.class, () -> codes)))) {
            measure(new ClaimsTown(society, codes, members));
            say(society.verified());
            say("系统负载 %.1f"
                    .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        }
        return 0;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    /** A member who has claimed. */
    private record Claimant(Visitor visitor, UUID claim) {}

    private void measure(ClaimsTown town) {
        List<Claimant> claimants = IntStream.range(0, claims)
                .parallel()
                .mapToObj(place -> new Claimant(town.visitor(place), town.claim(place, place % 2 == 0)))
                .toList();
        say("会员 %,d 人，申请 %,d 件，其中一半已经批准".formatted(members, claims));
        pages(claimants);
        int warm = filings * WARMING_SECONDS;
        filings(IntStream.range(claims, claims + warm + filings * seconds)
                .parallel()
                .mapToObj(town::visitor)
                .toList());
    }

    private void pages(List<Claimant> claimants) {
        Latencies warming = new Latencies();
        // As a server that has run for a while: at the pace that is measured, until what is compiled late is compiled.
        new Pace(pages, WARMING_SECONDS).keep((number, due) -> look(claimants, number, due, warming));
        Latencies looked = new Latencies();
        new Pace(pages, seconds).keep((number, due) -> look(claimants, number, due, looked));
        say("""

                每秒 %d 次请求，共 %d 秒，%,d 位会员

                | 网页 | 次数 | 中位，毫秒 | 百分之九十九以内，毫秒 | 最慢，毫秒 |
                | --- | --- | --- | --- | --- |""".formatted(pages, seconds, claims));
        looked.rows().forEach(this::say);
        say(looked.whole("全部网页"));
        say(looked.errors());
    }

    private void filings(List<Visitor> filers) {
        int warm = filings * WARMING_SECONDS;
        Latencies ignored = new Latencies();
        new Pace(filings / 2, WARMING_SECONDS).keep((number, due) -> file(filers.get(number), number, due, ignored));
        Latencies filed = new Latencies();
        long begun = System.nanoTime();
        new Pace(filings, seconds).keep((number, due) -> file(filers.get(warm + number), number, due, filed));
        double perSecond = filed.perSecond(FILED, begun);
        say("""

                每秒 %d 件申请，共 %d 秒，每件有一张 %.1f MB 和一张小的照片

                | 步骤 | 次数 | 中位，毫秒 | 百分之九十九以内，毫秒 | 最慢，毫秒 |
                | --- | --- | --- | --- | --- |""".formatted(
                filings,
                seconds,
                photos.stream().mapToInt(photo -> photo.length).average().orElse(0) / MEGABYTE));
        filed.rows().forEach(this::say);
        say("%s；收下的每秒 %.1f 件".formatted(filed.errors(), perSecond));
    }

    private static void look(List<Claimant> claimants, int number, long due, Latencies latencies) {
        // Another member each time, and each page as often as the others.
        Claimant claimant = claimants.get(number * 7 % claimants.size());
        String page = PAGES.get(number % PAGES.size());
        attempt(page, due, latencies, () -> {
            HttpResponse<String> answer =
                    claimant.visitor().page(page.replace("*", claimant.claim().toString()));
            return require(answer, 200);
        });
    }

    /** What is answered. */
    @FunctionalInterface
    private interface Asking {
        HttpResponse<String> answer();
    }

    /** Something went another way than it should. */
    private static final class Unexpected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unexpected(String what) {
            super(what);
        }
    }

    private static HttpResponse<String> require(HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) {
            throw new Unexpected(String.valueOf(answer.statusCode()));
        }
        return answer;
    }

    private static Optional<HttpResponse<String>> attempt(String what, long due, Latencies latencies, Asking asking) {
        try {
            HttpResponse<String> answer = asking.answer();
            latencies.took(what, System.nanoTime() - due);
            return Optional.of(answer);
        } catch (RuntimeException e) {
            latencies.failed(what + " "
                    + (e instanceof Unexpected ? e.getMessage() : e.getClass().getSimpleName()));
            return Optional.empty();
        }
    }

    private void file(Visitor visitor, int number, long due, Latencies latencies) {
        LocalDate in = LocalDate.now(Society.CHINA).minusDays(30);
        Map<String, List<String>> told = Map.of(
                "key", List.of(UUID.randomUUID().toString()),
                "s0.in", List.of(in.toString()),
                "s0.out", List.of(in.plusDays(13).toString()),
                "s0.cause", List.of("ILLNESS"),
                "s0.cost.SELF_PAID_AFTER_INSURANCE", List.of("2400"));
        attempt("开始", due, latencies, () -> require(visitor.send("/m/claims/new/STAY", told), 303))
                .flatMap(answer -> answer.headers().firstValue("Location"))
                .map(papers -> papers.substring(papers.indexOf("/m/"), papers.lastIndexOf('/')))
                .filter(claim -> bring(visitor, claim, "RECEIPT", photo(number), latencies))
                .filter(claim -> bring(visitor, claim, "DISCHARGE", Snapshots.small(number), latencies))
                .ifPresent(claim -> handIn(visitor, claim, due, latencies));
    }

    /** One that was never brought before. */
    private byte[] photo(int number) {
        byte[] photo = photos.get(number % photos.size());
        byte[] own = Arrays.copyOf(photo, photo.length + Integer.BYTES);
        for (int i = 0; i < Integer.BYTES; i++) {
            own[photo.length + i] = (byte) (number >> (Byte.SIZE * i));
        }
        return own;
    }

    private static boolean bring(Visitor visitor, String claim, String kind, byte[] photo, Latencies latencies) {
        List<Part> parts = new ArrayList<>(List.of(Part.typed("kind", kind), Part.photo("file", "照片.jpg", photo)));
        String what = kind.equals("RECEIPT") ? "大照片" : "小照片";
        return attempt(what, System.nanoTime(), latencies, () -> require(visitor.send(claim + "/papers", parts), 303))
                .isPresent();
    }

    private static void handIn(Visitor visitor, String claim, long due, Latencies latencies) {
        attempt("确认页", System.nanoTime(), latencies, () -> require(visitor.page(claim + "/confirm"), 200))
                .map(answer -> VERSION.matcher(answer.body()))
                .filter(Matcher::find)
                .map(version -> version.group(1))
                .flatMap(version -> attempt("提交", System.nanoTime(), latencies, () -> {
                    Map<String, List<String>> form =
                            Map.of("version", List.of(version), "consent", List.of("", "MEDICAL", "TRUE"));
                    return require(visitor.send(claim + "/file", form), 303);
                }))
                .ifPresent(_ -> latencies.took(FILED, System.nanoTime() - due));
    }
}
