package org.huzhu.quarter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.huzhu.columns.Bills;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Members;
import org.huzhu.columns.Terms;
import org.huzhu.columns.Words;
import org.huzhu.kernel.IdNumber;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;
import org.huzhu.quarter.FeedPart.State;
import org.huzhu.quarter.table.Drawers;
import org.huzhu.quarter.table.Groups;
import org.huzhu.quarter.table.PrefixSort;
import org.huzhu.quarter.table.Workers;

/**
 * The facts on which a settlement rests, in parts of {@link org.huzhu.columns.Part#MEMBERS}: all persons of the
 * register and of the earlier payment lists, by member number (as UTF-8 bytes) and then by identity number; the days on
 * which a card is valid as coverage periods of the plan; the rows that count, by day and then by record number; and
 * what the earlier quarters paid, on their last days.
 *
 * <p>Parts are put together when they are asked for, by several threads if need be.
 */
public final class SettledFacts {

    private static final int SHIFT = 21;
    private static final int PERSON = (1 << SHIFT) - 1;
    private static final int PART_SHIFT = 18;
    private static final int ROW = (1 << PART_SHIFT) - 1;
    private static final int MONTHS = 3;

    private final SettlementRequest request;
    private final Register register;
    private final Feed feed;
    private final List<PaidPart> paid;
    private final Words words = new Words();
    private final int plan;
    private final int clause;
    private final int[] order;
    private final int[][] agencies = new int[Drawers.COUNT][];
    private final List<Groups> rows;
    private final List<Groups> payments;

    SettledFacts(
            SettlementRequest request,
            QuarterRule rule,
            Register register,
            Feed feed,
            List<PaidPart> paid,
            ExecutorService workers) {
        this.request = request;
        this.register = register;
        this.feed = feed;
        this.paid = paid;
        plan = words.number(rule.plan());
        clause = words.number(rule.clause());
        order = ordered();
        rows = Workers.each(workers, Drawers.COUNT, this::rowsOf);
        payments = Workers.each(workers, Drawers.COUNT, this::paymentsOf);
    }

    /** What the numbers of words in the parts mean. Not to be added to. */
    public Words words() {
        return words;
    }

    /** How many persons there are. */
    public int members() {
        return order.length;
    }

    /** How many parts there are; each has its full number of members but the last. */
    public int parts() {
        return Math.ceilDiv(order.length, org.huzhu.columns.Part.MEMBERS);
    }

    /** Puts a part together. */
    public org.huzhu.columns.Part part(int number) {
        Members members = new Members();
        FactBuilder builder = new FactBuilder(words, Set.of(CostField.SELF_PAY_1));
        inPart(number).forEach(at -> {
            Persons persons = register.drawer(at >>> SHIFT);
            IdNumber idNumber = persons.idNumber(at & PERSON);
            members.add(agencies[at >>> SHIFT][at & PERSON], idNumber.sex(), Day.of(idNumber.birthDate()));
            builder.member();
            addTerms(builder, persons.spans(at & PERSON));
            addPayments(builder, payments.get(at >>> SHIFT), at & PERSON);
            addEvents(builder, rows.get(at >>> SHIFT), at & PERSON);
        });
        return new org.huzhu.columns.Part(members, builder.build());
    }

    /** The member numbers of those in a part, in its order; of several cards that of the card that is paid to. */
    public List<String> memberNos(int part) {
        return inPart(part).mapToObj(this::memberNo).toList();
    }

    private IntStream inPart(int number) {
        int from = number * org.huzhu.columns.Part.MEMBERS;
        return Arrays.stream(order, from, Math.min(order.length, from + org.huzhu.columns.Part.MEMBERS));
    }

    /** All persons, each as drawer and number, in the order of the parts; finds the words of their agencies as well. */
    private int[] ordered() {
        int count = IntStream.range(0, Drawers.COUNT)
                .map(drawer -> register.drawer(drawer).size())
                .sum();
        int[] all = new int[count];
        long[] prefixes = new long[count];
        int at = 0;
        for (int drawer = 0; drawer < Drawers.COUNT; drawer++) {
            Persons persons = register.drawer(drawer);
            agencies[drawer] = new int[persons.size()];
            for (int person = 0; person < persons.size(); person++) {
                CardPart card = persons.cardPart(person);
                int row = persons.cardRow(person);
                String agency = card.text(row, CardPart.AGENCY);
                agencies[drawer][person] = agency.isEmpty() ? Words.NONE : words.number(agency);
                prefixes[at] = PrefixSort.prefix(
                        card.texts(), card.textFrom(row, CardPart.MEMBER_NO), card.textTo(row, CardPart.MEMBER_NO));
                all[at++] = drawer << SHIFT | person;
            }
        }
        return PrefixSort.sorted(
                prefixes,
                all,
                Comparator.comparing(this::memberNoBytes, Arrays::compareUnsigned)
                        .thenComparingLong(this::key));
    }

    private byte[] memberNoBytes(int at) {
        Persons persons = register.drawer(at >>> SHIFT);
        CardPart card = persons.cardPart(at & PERSON);
        int row = persons.cardRow(at & PERSON);
        return Arrays.copyOfRange(
                card.texts(), card.textFrom(row, CardPart.MEMBER_NO), card.textTo(row, CardPart.MEMBER_NO));
    }

    private String memberNo(int at) {
        Persons persons = register.drawer(at >>> SHIFT);
        return persons.cardPart(at & PERSON).text(persons.cardRow(at & PERSON), CardPart.MEMBER_NO);
    }

    private long key(int at) {
        return register.drawer(at >>> SHIFT).idNumber(at & PERSON).key();
    }

    /** The rows of a drawer that count, by person. */
    private Groups rowsOf(int drawer) {
        return new Groups(register.drawer(drawer).size(), taker -> {
            for (int p = 0; p < feed.partCount(); p++) {
                FeedPart part = feed.part(p);
                for (int row = part.from(drawer); row < part.to(drawer); row++) {
                    if (part.state(row) <= State.INPATIENT) {
                        taker.take(feed.person(p, row), Feed.row(p, row));
                    }
                }
            }
        });
    }

    /** The rows of earlier lists in a drawer that gave something, by person. */
    private Groups paymentsOf(int drawer) {
        Persons persons = register.drawer(drawer);
        return new Groups(persons.size(), taker -> {
            for (int p = 0; p < paid.size(); p++) {
                PaidPart part = paid.get(p);
                for (int row = part.from(drawer); row < part.to(drawer); row++) {
                    if (part.dueFen(row) > 0) {
                        taker.take(persons.find(part.key(row)), p << PART_SHIFT | row);
                    }
                }
            }
        });
    }

    private void addTerms(FactBuilder builder, int[] spans) {
        for (int i = 0; i < spans.length; i += 2) {
            builder.term(plan, Words.NONE, spans[i], spans[i + 1], 1, Words.NONE, Terms.UNKNOWN);
        }
    }

    private void addPayments(FactBuilder builder, Groups of, int person) {
        FactBuilder.PaidFor year = new FactBuilder.PaidFor(FactColumns.NO_EVENT, Words.NONE, Words.NONE, 0);
        IntStream.range(of.from(person), of.to(person))
                .map(of::item)
                .boxed()
                .sorted(Comparator.comparingInt(at -> paid.get(at >> PART_SHIFT).quarter(at & ROW)))
                .forEach(at -> {
                    PaidPart part = paid.get(at >> PART_SHIFT);
                    LocalDate on = LocalDate.of(request.year(), part.quarter(at & ROW) * MONTHS, 1)
                            .plusMonths(1)
                            .minusDays(1);
                    builder.payment(plan, clause, Day.of(on), FactColumns.MEMBER, year, part.dueFen(at & ROW));
                });
    }

    private void addEvents(FactBuilder builder, Groups of, int person) {
        List<Integer> events = new ArrayList<>();
        for (int at = of.from(person); at < of.to(person); at++) {
            events.add(of.item(at));
        }
        events.sort(this::compareEvents);
        events.forEach(row -> addEvent(builder, feed.partOf(row), Feed.place(row)));
    }

    private int compareEvents(int one, int other) {
        int byDay = Integer.compare(day(one), day(other));
        return byDay != 0 ? byDay : Arrays.compareUnsigned(number(one), number(other));
    }

    private int day(int row) {
        FeedPart part = feed.partOf(row);
        int place = Feed.place(row);
        return part.state(place) == State.INPATIENT ? part.admittedOn(place) : part.settledOn(place);
    }

    private byte[] number(int row) {
        return feed.partOf(row).numberBytes(Feed.place(row));
    }

    private static void addEvent(FactBuilder builder, FeedPart part, int place) {
        long[] costs = new long[CostField.values().length];
        Arrays.fill(costs, Bills.UNKNOWN);
        costs[CostField.SELF_PAY_1.ordinal()] = part.selfPayFen(place);
        int settled = part.settledOn(place);
        if (part.state(place) == State.OUTPATIENT) {
            builder.visit(FactColumns.MEMBER, settled, 0, costs);
            return;
        }
        FactBuilder.StayDays days =
                new FactBuilder.StayDays(part.admittedOn(place), part.dischargedOn(place), Day.NONE, Day.NONE, settled);
        builder.stay(
                FactColumns.MEMBER,
                days,
                MemberFacts.HOSPITAL_LEVEL,
                Cause.ILLNESS,
                Words.NONE,
                FactColumns.NO_EVENT,
                costs,
                0);
    }
}
