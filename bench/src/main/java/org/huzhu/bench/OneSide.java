package org.huzhu.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.huzhu.bench.Sides.Limits;
import org.huzhu.bench.Sides.Side;
import org.huzhu.city.Machine;
import org.huzhu.quarter.QuarterRule;
import org.huzhu.quarter.Settlement;
import org.huzhu.quarter.SettlementListener;
import org.huzhu.quarter.SettlementRequest;

/** The process of one side: does its work several times, says how long each took and how much memory it had. */
public final class OneSide {

    static final String SECONDS = "seconds ";
    static final String PEAK = "peak ";

    private static final int FIXED = 9;

    private OneSide() {}

    /** The request as arguments; the last of those of {@link #main}. */
    static List<String> arguments(SettlementRequest request) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Integer.toString(request.year()));
        arguments.add(Integer.toString(request.quarter()));
        arguments.add(request.members().toString());
        arguments.add(request.out().toString());
        request.feeds().forEach(file -> arguments.add("feed=" + file));
        request.paid().forEach(file -> arguments.add("paid=" + file));
        return arguments;
    }

    /** Takes the side, the folder of plans, memory, threads, runs, and a request. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Side side = Side.valueOf(arguments[0]);
        SettlementRequest request = request(List.of(arguments));
        QuarterRule rule = Rules.of(Path.of(arguments[1]), request.year());
        Limits limits = new Limits(arguments[2], Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        PrintStream out = Bench.output();
        for (int i = 0; i < limits.runs(); i++) {
            Sides.delete(request.out());
            long start = System.nanoTime();
            work(side, request, rule, limits);
            out.println(SECONDS + (System.nanoTime() - start) / 1e9);
        }
        out.println(PEAK + Machine.peakProcess().orElse(0));
        out.flush();
    }

    private static void work(Side side, SettlementRequest request, QuarterRule rule, Limits limits)
            throws IOException, SQLException {
        switch (side) {
            case HUZHU -> Settlement.settle(request, rule, SettlementListener.SILENT);
            case DUCKDB -> DuckQuarter.settle(request, rule, limits.threads(), Limits.inDuckDb(limits.memory()));
            case SPLIT_SINGLY -> SplitFiles.split(inputs(request), SplitFiles.Kind.SINGLY, limits.threads());
            case SPLIT_BY_EIGHT -> SplitFiles.split(inputs(request), SplitFiles.Kind.BY_EIGHT, limits.threads());
        }
    }

    static List<Path> inputs(SettlementRequest request) {
        return Stream.of(request.feeds(), List.of(request.members()), request.paid())
                .flatMap(List::stream)
                .toList();
    }

    private static SettlementRequest request(List<String> arguments) {
        return new SettlementRequest(
                Integer.parseInt(arguments.get(5)),
                Integer.parseInt(arguments.get(6)),
                files(arguments, "feed="),
                Path.of(arguments.get(7)),
                files(arguments, "paid="),
                Path.of(arguments.get(8)));
    }

    private static List<Path> files(List<String> arguments, String prefix) {
        return arguments.stream()
                .skip(FIXED)
                .filter(each -> each.startsWith(prefix))
                .map(each -> Path.of(each.substring(prefix.length())))
                .toList();
    }
}
