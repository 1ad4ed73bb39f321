package org.huzhu.quarter;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.huzhu.kernel.IdNumber;
import org.huzhu.quarter.FeedPart.Cancellation;
import org.huzhu.quarter.FeedPart.State;
import org.huzhu.quarter.table.Row;
import org.huzhu.quarter.table.TableFile;
import org.huzhu.quarter.table.TextIndex;
import org.huzhu.quarter.table.Workers;

/**
 * All rows of the feeds together: which of them stand, which take others back, and whose they are.
 *
 * <p>A row is named by one number: its part in the upper bits, its place in the lower. What the rows say for themselves
 * was checked when they were read; here they are compared with one another and with the register.
 */
final class Feed {

    private static final int SHIFT = 18;
    private static final int PLACE = (1 << SHIFT) - 1;
    private static final int PARTS_MAX = 1 << (31 - SHIFT);
    private static final int NOT_COVERED = -2;

    private final List<TableFile> files;
    private final FeedPart[] parts;
    private final int[][] persons;
    private final TextIndex byNumber;
    private final List<Reject> rejects = new ArrayList<>();
    private long cancelled;

    private Feed(List<FeedPart> all, List<TableFile> files) {
        if (all.size() > PARTS_MAX || all.stream().anyMatch(part -> part.size() > PLACE)) {
            throw new SettlementStopped("交易记录文件总量超出一次结算的上限（约16吉字节），请拆分后分批结算");
        }
        this.files = files;
        parts = all.toArray(FeedPart[]::new);
        persons = new int[parts.length][];
        byNumber = new TextIndex(
                this::hasNumber, all.stream().mapToLong(Part::size).sum());
    }

    /** Judges the rows in the order of the input; the persons are looked up by a worker in the meantime. */
    static Feed judged(List<FeedPart> parts, List<TableFile> files, Register register, ExecutorService workers) {
        Feed feed = new Feed(parts, files);
        Future<?> lookedUp = workers.submit(() -> feed.findPersons(register));
        feed.refuseRepeated();
        Workers.result(lookedUp);
        feed.refuseStrangers();
        feed.takeBack();
        return feed;
    }

    List<Reject> rejects() {
        return rejects;
    }

    /** How many accepted rows were taken back. */
    long cancelled() {
        return cancelled;
    }

    /** How many accepted rows take another one back. */
    long cancelling() {
        long count = 0;
        for (FeedPart part : parts) {
            count += part.cancellations().stream()
                    .filter(each -> part.state(each.row()) == State.CANCELLING)
                    .count();
        }
        return count;
    }

    /** How many rows were in order for themselves. */
    long size() {
        return Arrays.stream(parts).mapToLong(Part::size).sum();
    }

    int partCount() {
        return parts.length;
    }

    FeedPart part(int number) {
        return parts[number];
    }

    /** The person of a row that counts, by the place of its part and its place in there. */
    int person(int part, int place) {
        return persons[part][place];
    }

    static int row(int part, int place) {
        return (part << SHIFT) | place;
    }

    long selfPayFen(int row) {
        return parts[row >> SHIFT].selfPayFen(row & PLACE);
    }

    /** Orders stays by the day of admission, then by record number (as bytes of UTF-8, which is by code point). */
    int compareStays(int one, int other) {
        FeedPart a = parts[one >> SHIFT];
        FeedPart b = parts[other >> SHIFT];
        int byDay = Integer.compare(a.admittedOn(one & PLACE), b.admittedOn(other & PLACE));
        return byDay != 0
                ? byDay
                : Arrays.compareUnsigned(
                        a.texts(),
                        a.textFrom(one & PLACE, FeedPart.RECORD_NO),
                        a.textTo(one & PLACE, FeedPart.RECORD_NO),
                        b.texts(),
                        b.textFrom(other & PLACE, FeedPart.RECORD_NO),
                        b.textTo(other & PLACE, FeedPart.RECORD_NO));
    }

    private boolean hasNumber(int row, byte[] bytes, int from, int to) {
        return parts[row >> SHIFT].hasText(row & PLACE, FeedPart.RECORD_NO, bytes, from, to);
    }

    private void findPersons(Register register) {
        for (int p = 0; p < parts.length; p++) {
            FeedPart part = parts[p];
            persons[p] = new int[part.size()];
            for (int i = 0; i < part.size(); i++) {
                int person = register.registered(part.key(i));
                boolean isCovered = person == Register.UNKNOWN || register.isCovered(person, part.settledOn(i));
                persons[p][i] = isCovered ? person : NOT_COVERED;
            }
        }
    }

    private void refuseRepeated() {
        for (int p = 0; p < parts.length; p++) {
            FeedPart part = parts[p];
            for (int i = 0; i < part.size(); i++) {
                int before = byNumber.put(
                        (p << SHIFT) | i,
                        part.texts(),
                        part.textFrom(i, FeedPart.RECORD_NO),
                        part.textTo(i, FeedPart.RECORD_NO));
                if (before != TextIndex.NONE) {
                    refuseRepeated(part, i, before);
                }
            }
        }
    }

    private void refuseRepeated(FeedPart part, int place, int before) {
        FeedPart partBefore = parts[before >> SHIFT];
        boolean isSame = partBefore.content(before & PLACE) == part.content(place)
                && (partBefore.state(before & PLACE) == State.CANCELLING) == (part.state(place) == State.CANCELLING);
        String where = files.get(partBefore.file()).name() + "第" + partBefore.line(before & PLACE) + "行";
        refuse(
                part,
                place,
                isSame ? Reason.DUPLICATE : Reason.CONFLICTING,
                isSame ? "与" + where + "相同，以先出现的为准" : "与" + where + "记录号相同而内容不同，以先出现的为准");
    }

    private void refuseStrangers() {
        for (int p = 0; p < parts.length; p++) {
            FeedPart part = parts[p];
            for (int i = 0; i < part.size(); i++) {
                if (persons[p][i] < 0 && part.state(i) <= State.INPATIENT) {
                    boolean isUnknown = persons[p][i] == Register.UNKNOWN;
                    refuse(
                            part,
                            i,
                            isUnknown ? Reason.UNKNOWN_PERSON : Reason.NOT_COVERED,
                            isUnknown
                                    ? "身份证号" + new IdNumber(part.key(i)) + "不在会员名册中"
                                    : "会员的卡在结算日" + LocalDate.ofEpochDay(part.settledOn(i)) + "无效");
                }
            }
        }
    }

    private void takeBack() {
        for (FeedPart part : parts) {
            for (Cancellation cancellation : part.cancellations()) {
                if (part.state(cancellation.row()) == State.CANCELLING) {
                    takeBack(part, cancellation);
                }
            }
        }
    }

    private void takeBack(FeedPart part, Cancellation cancellation) {
        int target = byNumber.find(cancellation.target().getBytes(StandardCharsets.UTF_8));
        byte found = target == TextIndex.NONE ? State.REJECTED : parts[target >> SHIFT].state(target & PLACE);
        String named = "要撤销的记录" + Row.safe(cancellation.target());
        switch (found) {
            case State.OUTPATIENT, State.INPATIENT -> {
                parts[target >> SHIFT].become(target & PLACE, State.CANCELLED);
                cancelled++;
            }
            case State.CANCELLED -> refuse(part, cancellation.row(), Reason.CANCELLED_TWICE, named + "已被先前的记录撤销");
            case State.CANCELLING -> refuse(part, cancellation.row(), Reason.CANCELS_UNKNOWN, named + "本身是一条撤销记录");
            default -> refuse(part, cancellation.row(), Reason.CANCELS_UNKNOWN, named + "不在已接受的记录之中");
        }
    }

    private void refuse(FeedPart part, int place, Reason reason, String detail) {
        // What was taken for a cancellation and then refused must not be looked up as one, nor counted.
        part.become(place, State.REJECTED);
        rejects.add(part.reject(place, part.text(place, FeedPart.RECORD_NO), reason, detail));
    }
}
