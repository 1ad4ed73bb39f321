package org.huzhu.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.huzhu.city.Census;
import org.huzhu.city.City;
import org.huzhu.city.CityOrder;
import org.huzhu.city.Verdict;
import org.huzhu.kernel.Rate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code huzhu city}: makes a synthetic society to try the settling on, or writes nothing. */
@Command(name = "city", description = "生成一座虚构城市的持卡会员名册和全年四个季度的医保结算数据；同一种子，同样字节。", sortOptions = false)
final class CityCommand implements Callable<Integer> {

    @Option(names = "--people", required = true, paramLabel = "人数", description = "持卡会员人数，最多一千万。")
    private int people;

    @Option(names = "--seed", required = true, paramLabel = "种子", description = "随机种子，任意整数。")
    private long seed;

    @Option(names = "--year", required = true, paramLabel = "年度", description = "结算年度，例如 2026。")
    private int year;

    @Option(names = "--out", required = true, paramLabel = "目录", description = "输出目录，须不存在或为空。")
    private Path out = Path.of("");

    @Option(
            names = "--bad",
            paramLabel = "比例",
            defaultValue = "0.5%",
            description = "应被拒收的问题行所占比例，另加在正常行之外；最多一半，默认千分之五。")
    private String bad = "";

    @Option(names = "--rows", paramLabel = "行数", description = "全年正常数据的大致行数，每人 0.7 到 20 行；默认每十人十一行。")
    private @Nullable Long rows;

    @Option(names = "--awkward", description = "各文件混用 BOM、GB18030、引号和 CRLF，用于检验读取。")
    private boolean awkward;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        report(City.make(order(), out), spec.commandLine().getOut());
        return 0;
    }

    private CityOrder order() {
        try {
            long wanted = rows == null ? CityOrder.usualRows(people) : rows;
            return new CityOrder(people, seed, year, wanted, share(), awkward);
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
        print.println("已生成 " + out + "：会员 " + people + " 人，全年数据 " + census.feedRows() + " 行。");
        census.files().forEach(file -> print.println("  " + file.name() + "  " + file.rows() + " 行"));
        long refused = census.feedRows() - census.count(Verdict.ACCEPTED);
        print.println("其中应被拒收 " + refused + " 行，按原因分列见 city.json。");
        print.flush();
    }
}
