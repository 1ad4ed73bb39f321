package org.huzhu.quarter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.huzhu.quarter.Blocks.Loaded;
import org.huzhu.quarter.SettlementListener.Stage;

/**
 * Settles one quarter of secondary reimbursement: reads the feeds of the year so far, the register and the earlier
 * payment lists, and writes {@code payments.csv}, {@code carried.csv}, {@code rejects.csv} and {@code summary.json}.
 *
 * <p>A pure function of its files and its rule: the same bytes in, in the same order, give the same bytes out. What each
 * person is due is what the whole year so far entitles to less what the earlier quarters paid, so that a late or
 * corrected record is made good by the next quarter. Amounts are whole fen.
 */
public final class Settlement {

    private final SettlementRequest request;
    private final QuarterRule rule;
    private final SettlementListener listener;
    private final List<InputFile> files;
    private long bytesDone;

    private Settlement(SettlementRequest request, QuarterRule rule, SettlementListener listener) {
        this.request = request;
        this.rule = rule;
        this.listener = listener;
        this.files = InputFile.of(request);
    }

    /**
     * Settles and writes.
     *
     * @throws SettlementStopped if a file cannot be read or is no table of its kind, if the payment lists do not fit, or
     *     if the results cannot be written; nothing half-written is left
     */
    public static SettlementSummary settle(SettlementRequest request, QuarterRule rule, SettlementListener listener) {
        return new Settlement(request, rule, listener).run(Aside.Opener.ON_DISK);
    }

    /** As {@link #settle}, with the files of the results opened by another. */
    static SettlementSummary settle(SettlementRequest request, QuarterRule rule, Aside.Opener opener) {
        return new Settlement(request, rule, SettlementListener.SILENT).run(opener);
    }

    private SettlementSummary run(Aside.Opener opener) {
        if (!rule.appliesTo(request.year())) {
            throw new SettlementStopped("《%s》%s版自%s起、至%s前有效，不适用于%d年。请选用当年有效的版本"
                    .formatted(rule.plan(), rule.version(), rule.from(), rule.to(), request.year()));
        }
        Aside.requireFree(request.out());
        int threads = Math.max(2, Math.min(Runtime.getRuntime().availableProcessors(), 8));
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            return judgeAndWrite(read(workers), workers, opener);
        } catch (ArithmeticException e) {
            throw new SettlementStopped("金额之和超出可计算的范围，没有写出任何结果。请检查交易记录中是否有异常大的金额", e);
        }
    }

    private record Inputs(Loaded<MemberPart> members, List<Loaded<FeedPart>> feeds, List<Loaded<PaidPart>> paid) {

        Stream<Loaded<? extends Part>> all() {
            return Stream.of(feeds.stream(), Stream.of(members), paid.stream()).flatMap(each -> each);
        }
    }

    private Inputs read(ExecutorService workers) {
        long total = files.stream().mapToLong(file -> file.path().toFile().length()).sum();
        Blocks blocks = new Blocks(workers, done -> listener.reached(Stage.READING, bytesDone + done, total));
        List<Loaded<FeedPart>> feeds = new ArrayList<>();
        List<Loaded<PaidPart>> paid = new ArrayList<>();
        List<Loaded<MemberPart>> members = new ArrayList<>();
        for (InputFile file : files) {
            switch (file.kind()) {
                case FEED ->
                    feeds.add(blocks.read(
                            file,
                            (block, places) ->
                                    FeedPart.parse(block, places, request.firstDay(), request.lastDay())));
                case MEMBERS -> members.add(blocks.read(file, MemberPart::parse));
                case PAID -> paid.add(blocks.read(file, PaidPart::parse));
            }
            bytesDone += file.path().toFile().length();
        }
        return new Inputs(members.getFirst(), feeds, paid);
    }

    private SettlementSummary judgeAndWrite(Inputs inputs, ExecutorService workers, Aside.Opener opener) {
        int lastDay = (int) request.lastDay().toEpochDay();
        Register register = new Register(inputs.members().parts(), lastDay);
        PaidBefore paid = new PaidBefore(request, register, inputs.paid());
        List<FeedPart> rows =
                inputs.feeds().stream().flatMap(feed -> feed.parts().stream()).toList();
        Feed feed = Feed.judged(rows, files, register, workers);
        Entitlements entitlements = new Entitlements(feed, register.size(), rule.share());
        Dues dues = new Dues(request, register, entitlements, paid);
        List<Loaded<? extends Part>> loaded = inputs.all().toList();
        List<Reject> rejects = Stream.concat(
                        loaded.stream().flatMap(file -> file.parts().stream()).flatMap(part -> part.rejects().stream()),
                        Stream.concat(feed.rejects().stream(), register.rejects().stream()))
                .sorted(Comparator.comparingInt(Reject::file).thenComparingLong(Reject::line))
                .toList();
        Results results = new Results(request, rule, loaded, rejects, listener);
        try (Aside aside = Aside.beside(request.out(), opener)) {
            SettlementSummary summary = results.write(aside, feed, dues, paid);
            aside.publish();
            return summary;
        } catch (IOException e) {
            throw new SettlementStopped(
                    "写不出结果到 " + request.out() + "：系统报告“" + e.getMessage() + "”。没有留下写了一半的结果；请检查磁盘空间和权限，然后重新运行", e);
        }
    }
}
