package org.huzhu.operations.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.huzhu.Society;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.city.Machine;
import org.huzhu.database.Scope;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.PersonName;
import org.huzhu.ledger.Fund;
import org.huzhu.ledger.FundFounding;
import org.huzhu.ledger.FundOpening;
import org.huzhu.operations.Doors;
import org.huzhu.operations.Heap;
import org.huzhu.operations.Rooms;
import org.huzhu.payments.AnswerDesk;
import org.huzhu.payments.Owing;
import org.huzhu.payments.Payables;
import org.huzhu.payments.Payee;
import org.huzhu.payments.PaymentDesk;
import org.huzhu.payments.PaymentDesk.Account;
import org.huzhu.payments.PaymentDesk.Batch;
import org.huzhu.payments.bank.BankSimulator;
import org.huzhu.payments.bank.FileForm;
import org.huzhu.payments.bank.FileForms;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code huzhu bench payments}: how long a large batch takes, from what is owed to the last line of the bank. */
@Command(
        name = "payments",
        header = "付款：一大批互助金从登记、组批、制盘、发放，到银行回盘导入。",
        description = {
            "在临时目录建一个空的互助会（自带 PostgreSQL，设置与正式运行相同），每种格式一个基金，测完删除。",
            "先用一小批预热，不计入。银行是模拟的，百分之一的付款退回；内存是 JVM 的堆比空闲时最多多用的。"
        },
        mixinStandardHelpOptions = true)
public final class PaymentsBench implements Callable<Integer> {

    private static final int WARMING = 2_000;
    private static final int OWED_AT_ONCE = 20_000;
    private static final double RETURNED = 0.01;
    private static final double SECOND = 1e9;
    private static final double MEGABYTE = 1e6;
    private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);

    private static final String HEADER = """

            | 格式 | 笔数 | 文件 | 登记，秒 | 组批，秒 | 制盘，秒 | 发放，秒 | 回盘，MB | 导入回盘，秒 | 堆最多多用，MiB |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |""";

    @Option(names = "--orders", paramLabel = "笔数", defaultValue = "400000", description = "每批的笔数，缺省 400000。")
    private int orders;

    @Option(
            names = "--layout",
            paramLabel = "格式",
            split = ",",
            defaultValue = "iso20022,bob-csv",
            description = "银行文件的格式，缺省 iso20022,bob-csv。")
    private List<String> layouts = List.of();

    @Option(names = "--work", paramLabel = "目录", description = "放临时文件的目录；缺省为系统的临时目录。")
    private @Nullable Path work;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For the command line. */
    public PaymentsBench() {}

    @Override
    public Integer call() throws IOException {
        say("机器：" + Machine.describe());
        try (TemporarySociety society = TemporarySociety.open(
                Optional.ofNullable(work),
                Rooms.BESIDE,
                application -> application.setWebApplicationType(WebApplicationType.NONE))) {
            Founding founding = society.get(Founding.class);
            Opening opening = new Opening(Tier.OFFICE, "北京办事处", Optional.empty());
            Organisation office = Scope.ofSystem().call(() -> founding.open(opening, new Occasion(BEGINNING, "测速")));
            Run run = new Run(society, new Doors(society.context(), office));
            layouts.forEach(layout -> run.pay(layout, WARMING, false));
            say(HEADER);
            layouts.forEach(layout -> run.pay(layout, orders, true));
            say(society.verified());
            say("系统负载 %.1f"
                    .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        }
        return 0;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    /** One batch after another. */
    private final class Run {

        private final TemporarySociety society;
        private final Doors doors;
        private final PaymentDesk desk;
        private int next;

        Run(TemporarySociety society, Doors doors) {
            this.society = society;
            this.doors = doors;
            this.desk = society.get(PaymentDesk.class);
        }

        void pay(String layout, int count, boolean isTold) {
            Caller maker = Doors.caller(Role.FINANCE_MAKER, doors.office().path());
            Caller checker = new Caller(new UUID(0, 1), Role.FINANCE_CHECKER, maker.path(), Optional.empty()).fresh();
            Fund fund = fund(layout);
            Heap heap = Heap.watched();
            List<Double> seconds = new ArrayList<>();
            seconds.add(timed(() -> owe(fund, count)));
            List<Batch> made = new ArrayList<>();
            seconds.add(timed(() -> made.add(as(maker, () -> desk.assemble(maker, fund.id())))));
            Batch batch = made.getFirst();
            seconds.add(timed(() -> as(maker, () -> desk.file(maker, batch.id()))));
            seconds.add(timed(() -> as(checker, () -> desk.release(checker, batch.id()))));
            List<Path> answers = answers(maker, layout, batch);
            double taken = timed(() -> answers.forEach(answer ->
                    as(maker, () -> society.get(AnswerDesk.class).take(maker, fund.id(), answer))));
            if (isTold) {
                say("| %s | %,d | %d | %.1f | %.1f | %.1f | %.1f | %.0f | %.1f | %d |"
                        .formatted(
                                layout,
                                batch.orders(),
                                batch.parts(),
                                seconds.get(0),
                                seconds.get(1),
                                seconds.get(2),
                                seconds.get(3),
                                answers.stream().mapToLong(Run::size).sum() / MEGABYTE,
                                taken,
                                heap.more() >> 20));
            }
        }

        private Fund fund(String layout) {
            Caller maker = Doors.caller(Role.FINANCE_MAKER, doors.office().path());
            next++;
            FundOpening opening = new FundOpening(
                    "B-" + next,
                    "测速基金" + next,
                    Fund.Kind.CONTRIBUTION,
                    doors.office().path(),
                    BEGINNING);
            Caller all = new Caller(new UUID(0, 0), Role.OFFICE_REVIEWER, Optional.of(""), Optional.empty());
            Fund fund = doors.as(all, () -> society.get(FundFounding.class).standing(opening));
            as(maker, () -> {
                desk.setAccount(maker, fund.id(), new Account("某市职工互助会", "0109000012345", layout));
                return fund;
            });
            return fund;
        }

        private void owe(Fund fund, int count) {
            Caller reviewer = Doors.caller(Role.OFFICE_REVIEWER, doors.office().path());
            LocalDate today = LocalDate.now(Society.CHINA);
            for (int from = 0; from < count; from += OWED_AT_ONCE) {
                List<Owing> some = IntStream.range(from, Math.min(count, from + OWED_AT_ONCE))
                        .mapToObj(number -> owing(fund, number, today))
                        .toList();
                boolean _ = doors.as(reviewer, () -> {
                    society.get(Payables.class).owe(some);
                    return true;
                });
            }
        }

        private Owing owing(Fund fund, int number, LocalDate today) {
            return new Owing(
                    "BENCH:%s:%d".formatted(fund.code(), number),
                    "bench",
                    new UUID(7, number),
                    fund.id(),
                    doors.office().path(),
                    Optional.of(new UUID(8, number)),
                    new Payee(new PersonName("张建国"), CardNumber.withCheckDigit("622202%012d".formatted(number))),
                    Money.ofFen(10_000 + number % 977),
                    today);
        }

        private List<Path> answers(Caller maker, String layout, Batch batch) {
            FileForm form = society.get(FileForms.class).find(layout).orElseThrow();
            return IntStream.rangeClosed(1, batch.parts())
                    .mapToObj(part -> answer(form, as(maker, () -> desk.file(maker, batch.id(), part)), part))
                    .toList();
        }

        private Path answer(FileForm form, Path file, int part) {
            Path answer = society.folder().resolve("answer-" + file.getFileName());
            try (OutputStream out = Files.newOutputStream(answer)) {
                new BankSimulator(form, part, RETURNED).answer(file, LocalDate.now(Society.CHINA), out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return answer;
        }

        private static long size(Path file) {
            try {
                return Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static <T> T as(Caller caller, Supplier<T> work) {
        return caller.scope().call(work::get);
    }

    private static double timed(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / SECOND;
    }
}
