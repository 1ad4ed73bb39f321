package org.huzhu.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.huzhu.city.Census;
import org.huzhu.city.City;
import org.huzhu.city.CityOrder;
import org.huzhu.city.Verdict;
import org.huzhu.command.terminal.Progress;
import org.huzhu.command.terminal.Progress.Work;
import org.huzhu.kernel.Rate;
import org.huzhu.quarter.table.DiskWording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code huzhu city}: makes a synthetic society to try the settling on, or writes nothing. */
@Command(
        name = "city",
        header = "造一座虚构的城市：持卡会员名册和全年四个季度的医保数据。",
        description = {"同一种子得同样的结果，逐字节相同。各文件的格式见 docs/settle.md；city.json 记有应被拒收的行数。", "人和账都是虚构的。"},
        footer = "./huzhu city --people 10000 --seed 7 --year 2024 --out /tmp/city")
final class CityCommand implements Callable<Integer> {

    @Option(names = "--people", required = true, paramLabel = "人数", description = "持卡会员人数，最多一千万。")
    private int people;

    @Option(names = "--seed", required = true, paramLabel = "种子", description = "种子，任意整数。")
    private long seed;

    @Option(names = "--year", required = true, paramLabel = "年份", description = "年份，如 2024。")
    private int year;

    @Option(names = "--out", required = true, paramLabel = "目录", description = "输出目录，须不存在或为空。")
    private Path out = Path.of("");

    @Option(
            names = "--bad",
            paramLabel = "比例",
            defaultValue = "0.5%",
            description = "应被拒收的问题行所占比例，另加在正常行之外；最多 50%%，缺省 0.5%%。")
    private String bad = "";

    @Option(names = "--rows", paramLabel = "行数", description = "全年正常数据的大致行数，每人 0.7 到 20 行；缺省每十人十一行。")
    private @Nullable Long rows;

    @Option(names = "--awkward", description = "各文件混用 BOM、GB18030、引号和 CRLF，用于检验读取。")
    private boolean awkward;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        report(make(order(), out), spec.commandLine().getOut());
        return Exit.OK;
    }

    /** Makes the city and shows how far it has come; refuses where it cannot stand. */
    static Census make(CityOrder order, Path folder) throws IOException {
        try (Progress progress = Progress.on(Work.of("造城", "人"), order.people())) {
            AtomicLong shown = new AtomicLong();
            return City.make(order, folder, made -> progress.advance(made - shown.getAndSet(made)));
        } catch (IOException e) {
            throw new Refusal(Exit.ENVIRONMENT, "造不了城市 " + folder + "：" + DiskWording.of(e) + "。请检查路径、权限和磁盘空间，或换一个目录。");
        }
    }

    private CityOrder order() {
        try {
            long wanted = rows == null ? CityOrder.usualRows(people) : rows;
            return CityOrder.usual(people, seed, year)
                    .withRows(wanted)
                    .withFlawed(share())
                    .withAwkward(awkward);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Rate share() {
        try {
            return Rate.parse(bad);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("问题行比例 --bad 应写作百分数，例如 0.5%，而不是 " + bad, e);
        }
    }

    private void report(Census census, PrintWriter print) {
        print.println("已造好 %s：会员 %,d 人，全年数据 %,d 行。".formatted(out, people, census.feedRows()));
        census.files().forEach(file -> print.println("  %-11s  %,d 行".formatted(file.name(), file.rows())));
        long refused = census.feedRows() - census.count(Verdict.ACCEPTED);
        print.println("其中应被拒收 %,d 行，按原因分列见 city.json。".formatted(refused));
        print.flush();
    }
}
