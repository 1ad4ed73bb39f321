package org.huzhu.command.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huzhu.command.Exit;
import org.huzhu.command.PlanCommand;
import org.huzhu.command.Refusal;
import org.huzhu.plan.CostField;
import org.huzhu.replay.Dimension;
import org.huzhu.replay.GroupTable;
import org.huzhu.replay.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code huzhu replay}: what a plan would have given over many years if its text had been another. */
@Command(
        name = "replay",
        header = "试算：用历史库里多年的事实，按改过的计划重新核定，和原来比。",
        description = {
            "草案的写法和存放同 plans check：按“计划/版本.yaml”存放；写得不对的，列出全部错处，退出码为 1。",
            "草案代替计划文件夹里同一计划同一版本的文件；没有同名的，从它的适用日起另加一版。各数的意思见 docs/replay.md。"
        },
        footer = {
            "./huzhu replay --history 历史库 --plan 草稿/住院津贴/2015.yaml",
            "./huzhu replay --history 历史库 --plan 草稿/住院津贴/2026.yaml --since 2020-01-01 --html 试算.html",
            "./huzhu replay --history 历史库 --plan plans/意外伤害/2016.yaml --against plans/意外伤害/2010.yaml --by year,sex",
            "./huzhu replay --history 历史库 --plan 草稿/住院津贴/2015.yaml --interactive"
        })
public final class ReplayCommand extends PlanCommand {

    private static final Path TO_SCREEN = Path.of("-");

    /** By what a table can be grouped, as it is typed. */
    enum By {
        plan(Dimension.PLAN),
        year(Dimension.YEAR),
        agency(Dimension.AGENCY),
        sex(Dimension.SEX),
        age(Dimension.AGE);

        private final Dimension dimension;

        By(Dimension dimension) {
            this.dimension = dimension;
        }

        Dimension dimension() {
            return dimension;
        }
    }

    @Option(names = "--history", required = true, paramLabel = "目录", description = "历史库的目录，见 docs/history.md。")
    private Path history = Path.of("");

    @Option(names = "--plan", required = true, paramLabel = "文件", description = "要试的草案或版本。")
    private Path plan = Path.of("");

    @Option(names = "--against", paramLabel = "文件", description = "和这个版本比，两个都好像一直适用；不写则和计划文件夹里的现行规定比。")
    private Optional<Path> against = Optional.empty();

    @Option(names = "--since", paramLabel = "日期", description = "好像草案从这一天起就适用，以后没有别的版本，如 2020-01-01。")
    private Optional<LocalDate> since = Optional.empty();

    @Option(names = "--from", paramLabel = "年", description = "只计这一年起的给付和参保；以前的事也核定。")
    private Optional<Integer> from = Optional.empty();

    @Option(names = "--to", paramLabel = "年", description = "只计到这一年的给付和参保。")
    private Optional<Integer> to = Optional.empty();

    @Option(
            names = "--by",
            paramLabel = "分组",
            split = ",",
            description = "表按什么分组：plan、year、agency、sex、age，可以几个一起，用逗号隔开；缺省 year。")
    private List<By> by = List.of(By.year);

    @Option(names = "--csv", paramLabel = "文件", description = "另写一份 CSV，每个数一行，供电子表格用。")
    private Optional<Path> csv = Optional.empty();

    @Option(names = "--json", paramLabel = "文件", description = "另写一份 JSON；写 - 则只在屏幕上输出 JSON。")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--html", paramLabel = "文件", description = "另写一份带图的网页，不用联网，可以打印。")
    private Optional<Path> html = Optional.empty();

    @Option(names = "--threads", paramLabel = "个", description = "同时用几个线程，缺省为处理器的个数。")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--interactive", description = "留在提示符下，改一个数看一次结果；输入 help 看能做什么。")
    private boolean interactive;

    @Override
    public Integer call() throws IOException {
        List<Dimension> grouping = grouping(by);
        int fromYear = from.orElse(Integer.MIN_VALUE);
        int toYear = to.orElse(Integer.MAX_VALUE);
        if (fromYear > toYear) {
            throw new Refusal(Exit.USAGE, "--from %d 在 --to %d 之后，没有一年可计。".formatted(fromYear, toYear));
        }
        Drafts drafts = new Drafts(files(), plan, against, since);
        String text = drafts.text();
        Set<CostField> costs = Store.costs(drafts.read(text).after());
        costs.addAll(Store.costs(drafts.published()));
        Store store = Store.load(history, costs, requirePositive(threads));
        Replay replay = new Replay(store.parts(), store.words(), threads);
        Trial trial = new Trial(drafts, store, replay, fromYear, toYear);
        LocalDate today = LocalDate.now(Clock.system(ZoneId.systemDefault()));
        if (interactive) {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
            new Prompt(trial, grouping, in, out(), today).run();
            return Exit.OK;
        }
        Report report = trial.report(trial.answer(text, groupings(grouping)), today);
        write(report, grouping);
        return Exit.OK;
    }

    private static int requirePositive(int threads) {
        if (threads < 1) {
            throw new Refusal(Exit.USAGE, "参数 --threads 的值有误：“" + threads + "”，应是 1 以上的整数。");
        }
        return threads;
    }

    private static List<Dimension> grouping(List<By> by) {
        List<Dimension> dimensions = by.stream().map(By::dimension).distinct().toList();
        if (dimensions.isEmpty()) {
            throw new Refusal(Exit.USAGE, "参数 --by 后面缺少分组。可写：plan、year、agency、sex、age。");
        }
        return dimensions;
    }

    /** A table by each dimension, and the one that was asked for. */
    static List<List<Dimension>> groupings(List<Dimension> asked) {
        List<List<Dimension>> groupings = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            groupings.add(List.of(dimension));
        }
        if (!groupings.contains(asked)) {
            groupings.add(asked);
        }
        return groupings;
    }

    private void write(Report report, List<Dimension> grouping) throws IOException {
        if (csv.isPresent()) {
            Files.writeString(csv.get(), ReplayCsv.of(report.comparison()));
        }
        if (html.isPresent()) {
            Files.writeString(html.get(), ReplayHtml.of(report));
        }
        if (json.isPresent() && !json.get().equals(TO_SCREEN)) {
            Files.writeString(json.get(), ReplayJson.of(report));
        }
        List<GroupTable> tables = report.comparison().table(grouping).stream().toList();
        out().print(json.filter(TO_SCREEN::equals).isPresent() ? ReplayJson.of(report) : ReplayText.of(report, tables));
        out().flush();
    }
}
