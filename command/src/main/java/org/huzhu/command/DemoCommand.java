package org.huzhu.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huzhu.city.CityOrder;
import org.huzhu.command.terminal.Sums;
import org.huzhu.command.terminal.Table;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Library;
import org.huzhu.quarter.QuarterRule;
import org.huzhu.quarter.Settlement;
import org.huzhu.quarter.SettlementListener;
import org.huzhu.quarter.SettlementRequest;
import org.huzhu.quarter.SettlementSummary;
import org.huzhu.quarter.table.Aside;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code huzhu demo}: a small city, its four quarters, one payment explained, and one amendment as a table. */
@Command(
        name = "demo",
        header = "演示：造一座小城，结算四个季度，说明最大的一笔，列出一次计划调整。",
        description = "人和账都是虚构的。",
        footer = {"./huzhu demo", "./huzhu demo --out /tmp/demo"})
final class DemoCommand extends PlanCommand {

    private static final int PEOPLE = 3_000;
    private static final int SEED = 2024;
    private static final int YEAR = 2024;
    private static final String PLAN = "暖互助";

    @Option(names = "--out", paramLabel = "目录", description = "留下城市和清单的目录，须不存在或为空；缺省放在 .huzhu/demo，每次重做。")
    private Optional<Path> out = Optional.empty();

    /** One quarter as it was settled. */
    private record Settled(SettlementRequest request, SettlementSummary summary) {}

    @Override
    public Integer call() throws IOException {
        PrintWriter to = out();
        Path folder = out.orElse(Home.own().resolve("demo"));
        if (out.isEmpty()) {
            Folders.delete(folder);
        }
        Aside.requireFree(folder);
        Files.createDirectories(folder);
        Library library = files().read().library();
        QuarterRule rule = QuarterRule.of(library, PLAN, YEAR);
        to.printf("一、造一座小城：持卡会员 %,d 人，%d 年，种子 %d（人和账都是虚构的）%n", PEOPLE, YEAR, SEED);
        CityCommand.make(CityOrder.usual(PEOPLE, SEED, YEAR), folder.resolve("city"));
        to.printf("二、按“%s %s”结算四个季度%n%n", rule.plan(), rule.version());
        to.flush();
        List<Settled> year = settle(folder, rule);
        to.println(summary(year));
        explainLargest(library, rule, year, to);
        to.printf("四、2016 年意外类保障活动调整前后对比%n%n");
        to.println(PlansDiffCommand.text(PlansDiffCommand.changes(
                files().folder().resolve("意外伤害/2010.yaml"), files().folder().resolve("意外伤害/2016.yaml"))));
        to.println("城市、支付清单和拒收清单留在 " + folder);
        to.flush();
        return Exit.OK;
    }

    private static List<Settled> settle(Path folder, QuarterRule rule) throws IOException {
        Path city = folder.resolve("city");
        List<Path> feeds = Folders.matching(city, "feed*.csv");
        List<Settled> year = new ArrayList<>();
        List<Path> paid = new ArrayList<>();
        for (int quarter = 1; quarter <= feeds.size(); quarter++) {
            SettlementRequest request = new SettlementRequest(
                    YEAR,
                    quarter,
                    feeds.subList(0, quarter),
                    city.resolve("members.csv"),
                    List.copyOf(paid),
                    folder.resolve("q" + quarter));
            year.add(new Settled(request, Settlement.settle(request, rule, SettlementListener.SILENT)));
            paid.add(request.out().resolve("payments.csv"));
        }
        return year;
    }

    private static String summary(List<Settled> year) {
        Table table = new Table(
                Table.Column.text("季度"),
                Table.Column.number("数据行"),
                Table.Column.number("拒收"),
                Table.Column.number("支付人次"),
                Table.Column.number("支付合计"),
                Table.Column.number("人均"),
                Table.Column.number("结转"));
        for (Settled each : year) {
            SettlementSummary summary = each.summary();
            Money due = Money.ofFen(summary.sums().dueFen());
            long persons = Math.max(1, summary.persons());
            table.row(
                    "第%d季度".formatted(summary.quarter()),
                    "%,d".formatted(summary.feed().read()),
                    "%,d".formatted(summary.feed().read() - summary.feed().accepted()),
                    "%,d".formatted(summary.persons()),
                    Sums.of(due),
                    Sums.of(due.proportion(1, persons, RoundingMode.HALF_UP)),
                    "%,d人".formatted(summary.carriedPersons()));
        }
        return table.text();
    }

    private static void explainLargest(Library library, QuarterRule rule, List<Settled> year, PrintWriter to)
            throws IOException {
        SettlementRequest last = year.getLast().request();
        String member = largest(last.out().resolve("payments.csv"));
        to.printf("三、第%d季度最大的一笔，逐步说明%n%n", last.quarter());
        to.println(DeterminationText.of("会员" + member, ExplainCommand.determine(library, last, rule, member)));
    }

    /** The member of the largest payment of a list, whose first column is the member number and last the sum due. */
    private static String largest(Path payments) throws IOException {
        try (Stream<String> lines = Files.lines(payments)) {
            return lines.skip(1)
                    .max(Comparator.comparing(line -> Money.parseYuan(line.substring(line.lastIndexOf(',') + 1))))
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .orElseThrow(() -> new IllegalStateException("The demonstration city has no payment"));
        }
    }
}
