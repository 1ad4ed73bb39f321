package org.huzhu.operations.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.city.Census;
import org.huzhu.city.City;
import org.huzhu.city.CityOrder;
import org.huzhu.city.Machine;
import org.huzhu.database.Scope;
import org.huzhu.ledger.Fund;
import org.huzhu.operations.Doors;
import org.huzhu.operations.FirstPlans;
import org.huzhu.operations.Heap;
import org.huzhu.payments.PaymentDesk;
import org.huzhu.payments.PaymentDesk.Account;
import org.huzhu.payments.PaymentDesk.Waiting;
import org.huzhu.quarters.FeedFile;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.FeedFile.Manifest;
import org.huzhu.quarters.Quarter;
import org.huzhu.quarters.QuarterDesk;
import org.huzhu.quarters.QuarterWork;
import org.huzhu.quarters.Trial;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code huzhu bench quarter}: a year of quarters of a city, from the files to the batches of payments. */
@Command(
        name = "quarter",
        header = "二次报销：一座城市一年四季，从收文件、试算到两人确认、登记应付和组批。",
        description = {"在临时目录建一个空的互助会（自带 PostgreSQL，设置与正式运行相同），数据是造出来的，测完删除。", "造数据的时间不计入；内存是 JVM 的堆比空闲时最多多用的。"},
        mixinStandardHelpOptions = true)
public final class QuarterBench implements Callable<Integer> {

    private static final String PLAN = "暖互助";
    private static final int QUARTERS = 4;
    private static final double SECOND = 1e9;
    private static final LocalDate BEGINNING = LocalDate.of(2012, 1, 1);

    private static final String HEADER = """

            | 季度 | 行数 | 收文件，秒 | 试算，秒 | 人数 | 登记应付，秒 | 组批，秒 | 堆最多多用，MiB |
            | --- | --- | --- | --- | --- | --- | --- | --- |""";

    private static final String AGENCY = "东城区";

    @Option(names = "--pages", paramLabel = "每秒", defaultValue = "20", description = "末季结算时每秒看多少网页，缺省 20。")
    private int pages;

    @Option(names = "--people", paramLabel = "人数", defaultValue = "3600000", description = "持卡人数，缺省 3600000。")
    private int people;

    @Option(names = "--rows", paramLabel = "行数", defaultValue = "4000000", description = "每季的行数，缺省 4000000。")
    private long rows;

    @Option(
            names = "--ill",
            paramLabel = "人数",
            defaultValue = "170",
            description = "每千人中长期看病的人数，缺省 170：末季约每九名持卡人有一人领取。")
    private int ill;

    @Option(names = "--work", paramLabel = "目录", description = "放临时文件的目录；缺省为系统的临时目录。")
    private @Nullable Path work;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For the command line. */
    public QuarterBench() {}

    @Override
    public Integer call() throws IOException {
        say("机器：" + Machine.describe());
        try (TemporarySociety society = TemporarySociety.open(
                Optional.ofNullable(work),
                Map.of("server.port", 0, "server.address", "127.0.0.1", "huzhu.rounds", "off"),
                _ -> {})) {
            Path city = society.folder().resolve("city");
            int year = LocalDate.now(org.huzhu.Society.CHINA).getYear() - 1;
            Census _ = City.make(
                    CityOrder.usual(people, 1, year).withRows(QUARTERS * rows).withIll(ill), city);
            FirstPlans.lay(society.context());
            Opening opening = new Opening(Tier.OFFICE, "北京办事处", Optional.empty());
            Organisation office = Scope.ofSystem()
                    .call(() -> society.get(Founding.class).open(opening, new Occasion(BEGINNING, "测速")));
            Handlers handlers = Handlers.at(society, office, AGENCY, pages);
            Latencies idle = handlers.idle();
            say(HEADER);
            Year settled = new Year(society, new Doors(society.context(), office), city, year);
            for (int quarter = 1; quarter < QUARTERS; quarter++) {
                say(settled.quarter(quarter));
            }
            Latencies beside = handlers.beside(() -> say(settled.quarter(QUARTERS)));
            say("""

                    经办人的网页，每秒 %d 次

                    | 何时 | 次数 | 中位，毫秒 | 百分之九十九以内，毫秒 | 最慢，毫秒 |
                    | --- | --- | --- | --- | --- |""".formatted(pages));
            say(idle.whole("没有结算时"));
            beside.rows().forEach(this::say);
            say(beside.whole("第%d季度结算时".formatted(QUARTERS)));
            say(beside.errors());
            say(society.verified());
            say("系统负载 %.1f"
                    .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        }
        return 0;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    /** One quarter after the other. */
    private static final class Year {

        private final TemporarySociety society;
        private final QuarterDesk desk;
        private final Path city;
        private final int year;
        private final Caller officer;
        private final Caller other;
        private final Caller maker;

        Year(TemporarySociety society, Doors doors, Path city, int year) {
            this.society = society;
            this.desk = society.get(QuarterDesk.class);
            this.city = city;
            this.year = year;
            String path = doors.office().path();
            this.officer = Doors.caller(Role.RELIEF_OFFICER, path);
            this.other = new Caller(new UUID(0, 1), Role.OFFICE_REVIEWER, Optional.of(path), Optional.empty()).fresh();
            this.maker = Doors.caller(Role.FINANCE_MAKER, path);
        }

        String quarter(int quarter) {
            Heap heap = Heap.watched();
            UUID run = as(officer, () -> desk.open(officer, new Quarter(PLAN, year, quarter)));
            List<FeedFile> files = new ArrayList<>();
            double brought = timed(() -> {
                files.add(bring(run, Kind.FEED, "feed-q%d.csv".formatted(quarter)));
                files.add(bring(run, Kind.REGISTER, "members.csv"));
            });
            double tried = timed(() -> {
                int _ = as(officer, () -> desk.ask(officer, run));
                society.get(QuarterWork.class).go();
            });
            Trial.Come come = as(officer, () -> desk.trial(officer, run))
                    .flatMap(Trial::come)
                    .orElseThrow();
            double owed = timed(() -> {
                confirm(run);
                society.get(QuarterWork.class).go();
            });
            double batched = timed(this::batch);
            return "| %d | %,d | %.1f | %.1f | %,d | %.1f | %.1f | %d |"
                    .formatted(
                            quarter,
                            files.getFirst().rows(),
                            brought,
                            tried,
                            come.persons(),
                            owed,
                            batched,
                            heap.more() >> 20);
        }

        private FeedFile bring(UUID run, Kind kind, String name) {
            return as(officer, () -> {
                try (InputStream bytes = Files.newInputStream(city.resolve(name))) {
                    return desk.bring(officer, run, kind, bytes, Manifest.NONE);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        private void confirm(UUID run) {
            as(officer, () -> {
                desk.warnings(officer, run).forEach(each -> desk.see(officer, run, 1, each.kind()));
                desk.propose(officer, run, 1);
                return true;
            });
            as(other, () -> {
                desk.confirm(other, run, 1);
                return true;
            });
        }

        private void batch() {
            PaymentDesk payments = society.get(PaymentDesk.class);
            List<UUID> funds = as(maker, () -> payments.waiting(maker)).stream()
                    .map(Waiting::fund)
                    .map(Fund::id)
                    .distinct()
                    .toList();
            for (UUID fund : funds) {
                as(maker, () -> {
                    payments.setAccount(maker, fund, new Account("某市职工互助会", "0109000012345", "iso20022"));
                    return payments.assemble(maker, fund);
                });
            }
        }

        private static <T> T as(Caller caller, Supplier<T> task) {
            return caller.scope().call(task::get);
        }

        private static double timed(Runnable task) {
            long begun = System.nanoTime();
            task.run();
            return (System.nanoTime() - begun) / SECOND;
        }
    }
}
