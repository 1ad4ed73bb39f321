package org.huzhu.quarter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.huzhu.kernel.IdNumber;
import org.huzhu.quarter.FeedPart.State;
import org.huzhu.quarter.Part.Reject;
import org.huzhu.quarter.table.Drawers;
import org.huzhu.quarter.table.NumberIndex;
import org.huzhu.quarter.table.NumberKey;
import org.huzhu.quarter.table.TableFile;
import org.huzhu.quarter.table.Workers;

/**
 * All rows of the feeds together: which of them stand, which take others back, and whose they are.
 *
 * <p>A row is named by one number: its part in the upper bits, its place in the lower. What the rows say for themselves
 * was checked when they were read; here they are compared with one another and with the register, drawer by drawer.
 */
final class Feed {

    private static final int SHIFT = 18;
    private static final int PLACE = (1 << SHIFT) - 1;
    private static final int PARTS_MAX = 1 << (31 - SHIFT);

    private final List<TableFile> files;
    private final FeedPart[] parts;
    private final int[][] persons;
    private final List<Reject> rejects = new ArrayList<>();
    private long cancelled;

    private Feed(List<FeedPart> all, List<TableFile> files) {
        if (all.size() > PARTS_MAX || all.stream().anyMatch(part -> part.size() > PLACE)) {
            throw new SettlementStopped("交易记录文件总量超出一次结算的上限（约16吉字节），请拆分后分批结算");
        }
        this.files = files;
        parts = all.toArray(FeedPart[]::new);
        persons = new int[parts.length][];
        Arrays.setAll(persons, part -> new int[parts[part].size()]);
    }

    /** Judges the rows: those that repeat a number, those of strangers, and last those that take another back. */
    static Feed judged(List<FeedPart> parts, List<TableFile> files, Register register, ExecutorService workers) {
        Feed feed = new Feed(parts, files);
        Cancellations cancellations = new Cancellations(feed);
        Workers.each(workers, Drawers.COUNT, drawer -> feed.refuseRepeated(drawer, cancellations))
                .forEach(feed.rejects::addAll);
        parts.forEach(part -> part.byNumber().clear());
        Workers.each(workers, Drawers.COUNT, drawer -> feed.refuseStrangers(drawer, register.drawer(drawer)))
                .forEach(feed.rejects::addAll);
        feed.cancelled = cancellations.takeBack(feed.rejects);
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

    FeedPart partOf(int row) {
        return parts[row >> SHIFT];
    }

    static int place(int row) {
        return row & PLACE;
    }

    /** Orders stays by the day of admission, then by record number (as bytes of UTF-8, which is by code point). */
    int compareStays(int one, int other) {
        FeedPart a = partOf(one);
        FeedPart b = partOf(other);
        int byDay = Integer.compare(a.admittedOn(place(one)), b.admittedOn(place(other)));
        return byDay != 0 ? byDay : Arrays.compareUnsigned(a.numberBytes(place(one)), b.numberBytes(place(other)));
    }

    private List<Reject> refuseRepeated(int drawer, Cancellations cancellations) {
        RecordNumbers numbers = new RecordNumbers(this, drawer);
        List<Reject> refused = new ArrayList<>();
        for (int p = 0; p < parts.length; p++) {
            FeedPart part = parts[p];
            Drawers byNumber = part.byNumber();
            for (int at = byNumber.from(drawer); at < byNumber.to(drawer); at++) {
                int place = byNumber.row(at);
                int before = numbers.put(part, byNumber.key(at), place, row(p, place));
                if (before != RecordNumbers.NONE) {
                    refused.add(refuseRepeated(part, place, before));
                }
            }
        }
        cancellations.find(drawer, numbers);
        return refused;
    }

    private Reject refuseRepeated(FeedPart part, int place, int before) {
        FeedPart partBefore = partOf(before);
        boolean isSame = partBefore.content(place(before)) == part.content(place)
                && (partBefore.state(place(before)) == State.CANCELLING) == (part.state(place) == State.CANCELLING);
        String where = files.get(partBefore.file()).name() + "第" + partBefore.line(place(before)) + "行";
        return part.refuse(
                place,
                isSame ? Reason.DUPLICATE : Reason.CONFLICTING,
                isSame ? "与" + where + "相同，以先出现的为准" : "与" + where + "记录号相同而内容不同，以先出现的为准");
    }

    private List<Reject> refuseStrangers(int drawer, Persons register) {
        List<Reject> refused = new ArrayList<>();
        for (int p = 0; p < parts.length; p++) {
            FeedPart part = parts[p];
            int[] found = persons[p];
            for (int row = part.from(drawer); row < part.to(drawer); row++) {
                if (part.state(row) <= State.INPATIENT) {
                    int person = register.registered(part.key(row));
                    boolean isCovered = person != Persons.UNKNOWN && register.isCovered(person, part.settledOn(row));
                    found[row] = person;
                    if (!isCovered) {
                        refused.add(refuseStranger(part, row, person));
                    }
                }
            }
        }
        return refused;
    }

    private static Reject refuseStranger(FeedPart part, int row, int person) {
        return person == Persons.UNKNOWN
                ? part.refuse(row, Reason.UNKNOWN_PERSON, "身份证号" + new IdNumber(part.key(row)) + "不在会员名册中")
                : part.refuse(row, Reason.NOT_COVERED, "会员的卡在结算日" + LocalDate.ofEpochDay(part.settledOn(row)) + "无效");
    }

    /** The record numbers of one drawer, each with the first row that has it. */
    static final class RecordNumbers {

        static final int NONE = NumberIndex.NONE;

        private static final byte[] NO_TEXT = {};

        private final Feed feed;
        private final NumberIndex index;

        /** Reserves room for the rows of the drawer. */
        RecordNumbers(Feed feed, int drawer) {
            this.feed = feed;
            int rows = 0;
            for (int p = 0; p < feed.partCount(); p++) {
                rows += feed.part(p).byNumber().to(drawer)
                        - feed.part(p).byNumber().from(drawer);
            }
            index = new NumberIndex(this::hasNumber, rows);
        }

        /** Takes up a row; the row before it that has its number, or {@link #NONE}. */
        int put(FeedPart part, long number, int place, int row) {
            byte[] text = NumberKey.isDigits(number) ? NO_TEXT : part.numberBytes(place);
            return index.put(number, row, text, 0, text.length);
        }

        /** The first row with the number, or {@link #NONE}. */
        int find(byte[] number) {
            return index.find(NumberKey.of(number, 0, number.length), number, 0, number.length);
        }

        private boolean hasNumber(int row, byte[] bytes, int from, int to) {
            return Arrays.equals(feed.partOf(row).numberBytes(Feed.place(row)), Arrays.copyOfRange(bytes, from, to));
        }
    }
}
