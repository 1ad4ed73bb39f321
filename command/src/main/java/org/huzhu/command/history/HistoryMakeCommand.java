package org.huzhu.command.history;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huzhu.city.past.Past;
import org.huzhu.city.past.PastOrder;
import org.huzhu.command.Exit;
import org.huzhu.command.Refusal;
import org.huzhu.command.terminal.Progress;
import org.huzhu.command.terminal.Progress.Work;
import org.huzhu.command.terminal.Table;
import org.huzhu.command.terminal.Table.Column;
import org.huzhu.history.HistoryRefused;
import org.huzhu.history.HistoryWriter;
import org.huzhu.history.Manifest;
import org.huzhu.quarter.table.DiskWording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code huzhu history make}: makes the history of a society that never was, or writes nothing. */
@Command(
        name = "make",
        header = "造一座虚构社会多年的历史：会员、保障和事件，没有给付。",
        description = {"同一种子得同样的历史。写成 Parquet，格式见 docs/history.md。", "人和账都是虚构的。"},
        footer = "./huzhu history make --people 100000 --years 2015-2024 --seed 7 --out /tmp/history")
final class HistoryMakeCommand implements Callable<Integer> {

    private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:-(\\d{4}))?");

    @Option(names = "--people", required = true, paramLabel = "人数", description = "会员人数，最多两千万。")
    private int people;

    @Option(names = "--years", required = true, paramLabel = "年份", description = "起止年份，如 2015-2024；最早 2012。")
    private String years = "";

    @Option(names = "--seed", required = true, paramLabel = "种子", description = "种子，任意整数。")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "目录", description = "输出目录，须不存在或为空。")
    private Path out = Path.of("");

    @Option(
            names = "--events-per-person",
            paramLabel = "个数",
            description = "每人全部年份的大致事件数，每年 0.7 到 20 个；缺省每年 1.2 个，十年 12 个。多出来的是同样的费用分成更多的门诊。")
    private @Nullable Double eventsPerPerson;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PastOrder order = order();
        report(make(order), spec.commandLine().getOut());
        return Exit.OK;
    }

    private PastOrder order() {
        Matcher matcher = YEARS.matcher(years);
        if (!matcher.matches()) {
            throw new ParameterException(spec.commandLine(), "年份 --years 应写作 2015-2024 或 2024，而不是 " + years);
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        try {
            return eventsPerPerson == null
                    ? PastOrder.usual(people, seed, first, last)
                    : new PastOrder(people, seed, first, last, eventsPerPerson);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Manifest make(PastOrder order) {
        Past past = Past.of(order);
        String madeBy = "huzhu history make --people %d --years %d-%d --seed %d --events-per-person %s"
                .formatted(people, order.firstYear(), order.lastYear(), seed, order.eventsAPerson());
        try (HistoryWriter writer = new HistoryWriter(out, past.words(), madeBy);
                Progress progress = Progress.on(Work.of("造历史", "人"), people)) {
            IntStream.range(0, past.parts()).parallel().forEach(part -> {
                write(past, part, writer);
                progress.advance(past.members(part));
            });
            return writer.finish();
        } catch (UncheckedIOException e) {
            throw unwritable(e.getCause());
        } catch (IOException e) {
            throw unwritable(e);
        } catch (HistoryRefused e) {
            throw new Refusal(Exit.ENVIRONMENT, e.getMessage() + "。");
        }
    }

    private static void write(Past past, int part, HistoryWriter writer) {
        try {
            writer.write(part, past.part(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Refusal unwritable(@Nullable IOException e) {
        String why = e == null ? "" : "：" + DiskWording.of(e);
        return new Refusal(Exit.ENVIRONMENT, "写不了历史库 " + out + why + "。请检查路径、权限和磁盘空间，或换一个目录。");
    }

    private void report(Manifest made, PrintWriter print) throws IOException {
        print.println("已造好 %s：会员 %,d 人，保障 %,d 份，事件 %,d 个，磁盘 %s。"
                .formatted(
                        out,
                        made.members(),
                        made.rows().getOrDefault(org.huzhu.history.Table.TERMS, 0L),
                        made.events(),
                        (size() >> 20) + " MiB"));
        Table table = new Table(Column.text("事件"), Column.number("个数"), Column.number("每人"));
        for (org.huzhu.history.Table each : org.huzhu.history.Table.values()) {
            each.kind().ifPresent(kind -> {
                long rows = made.rows().getOrDefault(each, 0L);
                String perMember = "%.4f".formatted((double) rows / made.members());
                table.row(EventWords.of(kind), "%,d".formatted(rows), perMember);
            });
        }
        print.print(table.text());
        print.flush();
    }

    private long size() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
