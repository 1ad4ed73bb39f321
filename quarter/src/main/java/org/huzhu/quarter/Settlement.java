package org.huzhu.quarter;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.huzhu.facts.Case;
import org.huzhu.kernel.IdNumber;
import org.huzhu.quarter.Part.Reject;
import org.huzhu.quarter.SettlementListener.Stage;
import org.huzhu.quarter.table.Aside;
import org.huzhu.quarter.table.Blocks;
import org.huzhu.quarter.table.Blocks.Loaded;
import org.huzhu.quarter.table.Blocks.Parser;
import org.huzhu.quarter.table.DiskWording;
import org.huzhu.quarter.table.Drawers;
import org.huzhu.quarter.table.FileRefused;
import org.huzhu.quarter.table.Lookup;
import org.huzhu.quarter.table.TableFile;

/**
 * Settles one quarter of secondary reimbursement: reads the feeds of the year so far, the register and the earlier
 * payment lists, and writes {@code payments.csv}, {@code carried.csv}, {@code rejects.csv} and {@code summary.json}.
 *
 * <p>A pure function of its files and its rule: the same bytes in, in the same order, give the same bytes out. What
 * each person is due is what the whole year so far entitles to less what the earlier quarters paid, so that a late or
 * corrected record is made good by the next quarter. Amounts are whole fen.
 */
public final class Settlement {

    private static final int THREADS_MAX = 8;

    private final SettlementRequest request;
    private final QuarterRule rule;
    private final SettlementListener listener;
    private final Keeper keeper;
    private final List<TableFile> files;
    private final boolean isQuick;
    private long bytesDone;

    private Settlement(
            SettlementRequest request, QuarterRule rule, SettlementListener listener, Keeper keeper, boolean isQuick) {
        this.keeper = keeper;
        this.isQuick = isQuick;
        this.request = request;
        this.rule = rule;
        this.listener = listener;
        this.files = InputKind.filesOf(request);
    }

    /**
     * Settles and writes.
     *
     * @throws SettlementStopped if a file cannot be read or is no table of its kind, if the payment lists do not fit,
     *     or if the results cannot be written; nothing half-written is left
     */
    public static SettlementSummary settle(SettlementRequest request, QuarterRule rule, SettlementListener listener) {
        return new Settlement(request, rule, listener, Keeper.NONE, true).run(Aside.Opener.ON_DISK);
    }

    /**
     * Settles and writes, and hands the facts on which it rests to a keeper before anything is written.
     *
     * @throws SettlementStopped as {@link #settle} does, or because the keeper does
     */
    public static SettlementSummary settle(
            SettlementRequest request,
            QuarterRule rule,
            SettlementListener listener,
            Consumer<? super SettledFacts> keeper) {
        Keeper facts = (judged, workers) -> keeper.accept(
                new SettledFacts(request, rule, judged.register(), judged.feed(), judged.paid(), workers));
        return new Settlement(request, rule, listener, facts, true).run(Aside.Opener.ON_DISK);
    }

    /**
     * Settles and writes, and hands over the stays that count before anything is written: few, beside all rows.
     *
     * @throws SettlementStopped as {@link #settle} does
     */
    public static SettlementSummary settleWithStays(
            SettlementRequest request,
            QuarterRule rule,
            SettlementListener listener,
            Consumer<? super CountedStays> keeper) {
        Keeper stays = (judged, workers) -> keeper.accept(CountedStays.of(judged.register(), judged.feed(), workers));
        return new Settlement(request, rule, listener, stays, true).run(Aside.Opener.ON_DISK);
    }

    /** As {@link #settle}, with the files of the results opened by another. */
    static SettlementSummary settle(SettlementRequest request, QuarterRule rule, Aside.Opener opener) {
        return new Settlement(request, rule, SettlementListener.SILENT, Keeper.NONE, true).run(opener);
    }

    /** As {@link #settle}, with every row read the careful way: gives the same bytes, more slowly. */
    static SettlementSummary settleCarefully(SettlementRequest request, QuarterRule rule) {
        return new Settlement(request, rule, SettlementListener.SILENT, Keeper.NONE, false).run(Aside.Opener.ON_DISK);
    }

    /**
     * The facts of one member on which the settlement rests, for the judge to show the working: the rows that count,
     * and what was paid before. Empty if the register does not know the member number.
     *
     * @throws SettlementStopped as {@link #settle} does; nothing is written
     */
    public static Optional<Case> facts(SettlementRequest request, QuarterRule rule, String memberNo) {
        return new Settlement(request, rule, SettlementListener.SILENT, Keeper.NONE, true).facts(memberNo);
    }

    /**
     * What people are called on a register, by member number, of those who are asked for: settling asks for no names.
     *
     * @throws SettlementStopped if the file cannot be read or is no register
     */
    public static Map<String, String> names(Path register, Set<String> memberNos) {
        List<String> columns = InputKind.MEMBERS.columns();
        TableFile file = new TableFile(0, "members.csv", register, "members", columns);
        try (ExecutorService workers = workers()) {
            return Lookup.in(file, columns.indexOf("member_no"), columns.indexOf("name"), memberNos, workers);
        } catch (FileRefused e) {
            throw new SettlementStopped(String.valueOf(e.getMessage()), e);
        }
    }

    private Optional<Case> facts(String memberNo) {
        requireRule();
        try (ExecutorService workers = workers()) {
            Inputs inputs = read(workers);
            Register register = register(inputs, workers);
            PaidBefore[] paid = PaidBefore.in(inputs.paid(), request, register, workers);
            Feed feed = Feed.judged(parts(inputs), files, register, workers);
            long key = register.withMemberNo(memberNo);
            if (key == IdNumber.NONE) {
                return Optional.empty();
            }
            int drawer = Drawers.of(key);
            long paidFen = paid[drawer].fen(register.drawer(drawer).registered(key));
            return Optional.of(MemberFacts.of(feed, key, paidFen, rule, request.year()));
        } catch (FileRefused e) {
            throw new SettlementStopped(String.valueOf(e.getMessage()), e);
        }
    }

    private Register register(Inputs inputs, ExecutorService workers) {
        return new Register(inputs.members().parts(), (int) request.lastDay().toEpochDay(), workers);
    }

    private static List<FeedPart> parts(Inputs inputs) {
        return inputs.feeds().stream().flatMap(feed -> feed.parts().stream()).toList();
    }

    private static ExecutorService workers() {
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, THREADS_MAX);
        return Executors.newFixedThreadPool(threads);
    }

    private void requireRule() {
        if (!rule.appliesTo(request.year())) {
            throw new SettlementStopped("《%s》%s版自%s起、至%s前有效，不适用于%d年。请选用当年有效的版本"
                    .formatted(rule.plan(), rule.version(), rule.from(), rule.to(), request.year()));
        }
    }

    private SettlementSummary run(Aside.Opener opener) {
        requireRule();
        try (ExecutorService workers = workers()) {
            Aside.requireFree(request.out());
            return judgeAndWrite(read(workers), workers, opener);
        } catch (FileRefused e) {
            throw new SettlementStopped(String.valueOf(e.getMessage()), e);
        } catch (ArithmeticException e) {
            throw new SettlementStopped("金额之和超出可计算的范围，没有写出任何结果。请检查交易记录中是否有异常大的金额", e);
        }
    }

    /** What may be taken of it once all rows are judged, before anything is written. */
    private interface Keeper {

        Keeper NONE = (_, _) -> {};

        void keep(Judged judged, ExecutorService workers);
    }

    private record Judged(Register register, Feed feed, Inputs inputs) {

        List<PaidPart> paid() {
            return inputs.paid().stream().flatMap(list -> list.parts().stream()).toList();
        }
    }

    private record Inputs(Loaded<MemberPart> members, List<Loaded<FeedPart>> feeds, List<Loaded<PaidPart>> paid) {

        /** All inputs, in the order in which results name them. */
        List<Loaded<? extends Part>> all() {
            List<Loaded<? extends Part>> all = new ArrayList<>(feeds);
            all.add(members);
            all.addAll(paid);
            return all;
        }
    }

    private Inputs read(ExecutorService workers) {
        LocalDate firstDay = request.firstDay();
        LocalDate lastDay = request.lastDay();
        List<Loaded<MemberPart>> members = readAll(InputKind.MEMBERS, workers, MemberPart::parse);
        List<Loaded<FeedPart>> feeds = readAll(
                InputKind.FEED, workers, (block, places) -> FeedBlock.parse(block, places, firstDay, lastDay, isQuick));
        return new Inputs(members.getFirst(), feeds, readAll(InputKind.PAID, workers, PaidPart::parse));
    }

    private <P extends Part> List<Loaded<P>> readAll(InputKind kind, ExecutorService workers, Parser<P> parser) {
        long total =
                files.stream().mapToLong(file -> file.path().toFile().length()).sum();
        Blocks blocks = new Blocks(workers, done -> listener.reached(Stage.READING, bytesDone + done, total));
        List<Loaded<P>> loaded = new ArrayList<>();
        for (TableFile file : files) {
            if (kind.isOf(file)) {
                loaded.add(blocks.read(file, parser));
                bytesDone += loaded.getLast().bytes();
            }
        }
        return loaded;
    }

    private SettlementSummary judgeAndWrite(Inputs inputs, ExecutorService workers, Aside.Opener opener) {
        Register register = register(inputs, workers);
        PaidBefore[] paid = PaidBefore.in(inputs.paid(), request, register, workers);
        Feed feed = Feed.judged(parts(inputs), files, register, workers);
        listener.reached(Stage.JUDGING, feed.size(), feed.size());
        keeper.keep(new Judged(register, feed, inputs), workers);
        Dues dues = Dues.of(request, rule, register, feed, paid, workers);
        List<Reject> rejects = Stream.concat(
                        inputs.all().stream()
                                .flatMap(file -> file.parts().stream())
                                .flatMap(part -> part.rejects().stream()),
                        Stream.concat(feed.rejects().stream(), register.rejects().stream()))
                .sorted(Comparator.comparingInt(Reject::file).thenComparingLong(Reject::line))
                .toList();
        Results results = new Results(request, rule, inputs.all(), rejects, listener);
        try (Aside aside = Aside.beside(request.out(), opener)) {
            SettlementSummary summary = results.write(aside, register, feed, dues, paid);
            aside.publish();
            return summary;
        } catch (IOException e) {
            throw new SettlementStopped(
                    "写不出结果到 " + request.out() + "：" + DiskWording.of(e) + "。没有留下写了一半的结果；请检查磁盘空间和权限，然后重新运行", e);
        }
    }
}
