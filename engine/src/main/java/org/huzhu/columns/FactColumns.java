package org.huzhu.columns;

import org.huzhu.plan.Circumstance;
import org.huzhu.plan.Insured;

/**
 * The facts of many members. Members, events, coverage periods and payments are numbered from 0; what belongs to one
 * member stands together, from an inclusive to an exclusive number.
 *
 * <p>The events of a member stand in the order of their ids. Where two events fall on one day, that order decides.
 */
public final class FactColumns {

    /** Stands for no event. */
    public static final int NO_EVENT = -1;

    /** The number of the member himself among the persons whose events are his. */
    public static final int MEMBER = 0;

    private static final int VISIT = EventKind.VISIT.ordinal();
    private static final int STAY = EventKind.STAY.ordinal();
    private static final Insured[] INSURED = Insured.values();
    private static final int KIND_BITS = 3;
    private static final int PERSON_BITS = 8;
    private static final int INSURED_BITS = 2;

    final Ints termEnds = new Ints();
    final Ints eventEnds = new Ints();
    final Ints paymentEnds = new Ints();
    final Ints what = new Ints();
    final Ints day = new Ints();
    final Ints row = new Ints();
    final Terms terms = new Terms();
    final Payments payments = new Payments();
    final Bills bills;
    final Stays stays = new Stays();
    final Diagnoses diagnoses = new Diagnoses();
    final Accidents accidents = new Accidents();
    final Deaths deaths = new Deaths();
    final Losses losses = new Losses();

    FactColumns(Bills bills) {
        this.bills = bills;
    }

    /** How many members there are. */
    public int members() {
        return eventEnds.size();
    }

    /** How many events there are. */
    public int events() {
        return what.size();
    }

    public int termsFrom(int member) {
        return member == 0 ? 0 : termEnds.get(member - 1);
    }

    public int termsTo(int member) {
        return termEnds.get(member);
    }

    public int eventsFrom(int member) {
        return member == 0 ? 0 : eventEnds.get(member - 1);
    }

    public int eventsTo(int member) {
        return eventEnds.get(member);
    }

    public int paymentsFrom(int member) {
        return member == 0 ? 0 : paymentEnds.get(member - 1);
    }

    public int paymentsTo(int member) {
        return paymentEnds.get(member);
    }

    public EventKind kind(int event) {
        return EventKind.at(kindOrdinal(event));
    }

    /** Whether the event is a stay in hospital. */
    public boolean isStay(int event) {
        return kindOrdinal(event) == STAY;
    }

    /** Whether the event is a visit. */
    public boolean isVisit(int event) {
        return kindOrdinal(event) == VISIT;
    }

    /** The ordinal of {@link #kind}. */
    public int kindOrdinal(int event) {
        return what.get(event) & ((1 << KIND_BITS) - 1);
    }

    /** Tells whose event it is: the same number for the same person of the member, {@link #MEMBER} for himself. */
    public int person(int event) {
        return what.get(event) >>> KIND_BITS & ((1 << PERSON_BITS) - 1);
    }

    /** Whether the person is of the kind whose ordinal is given. */
    public static boolean isInsured(int person, int insuredOrdinal) {
        return (person & ((1 << INSURED_BITS) - 1)) == insuredOrdinal;
    }

    /** Who the person is, seen from the member. */
    public static Insured insured(int person) {
        return INSURED[person & ((1 << INSURED_BITS) - 1)];
    }

    /** The circumstances of the event, as a set of {@link #bit}. */
    public int circumstances(int event) {
        return what.get(event) >>> (KIND_BITS + PERSON_BITS);
    }

    /** The bit of the circumstance in a set of circumstances. */
    public static int bit(Circumstance circumstance) {
        return 1 << circumstance.ordinal();
    }

    /** The day on which the event happened: diagnosis, admission, settlement of a visit, accident, death, loss, end. */
    public int day(int event) {
        return day.get(event);
    }

    /** The row of the event in the table of its kind: of {@link #bills} for a visit; none for a maturity. */
    public int row(int event) {
        return row.get(event);
    }

    /** The row of {@link #bills} of a visit or a stay, or -1. */
    public int bill(int event) {
        int kind = kindOrdinal(event);
        return kind == VISIT ? row(event) : kind == STAY ? stays.bill(row(event)) : -1;
    }

    /**
     * The event that the given one goes back to: the same number for events that hang together, such as a death and the
     * accident that caused it, or stays that transfers join. Below {@link #NO_EVENT} for an accident that is not among
     * the facts.
     */
    public int key(int event) {
        return switch (kind(event)) {
            case STAY -> stays.key.get(row(event));
            case DEATH -> deaths.key.get(row(event));
            case VISIT, DIAGNOSIS, ACCIDENT, LOSS, MATURITY -> event;
        };
    }

    public Terms terms() {
        return terms;
    }

    public Payments payments() {
        return payments;
    }

    public Bills bills() {
        return bills;
    }

    public Stays stays() {
        return stays;
    }

    public Diagnoses diagnoses() {
        return diagnoses;
    }

    public Accidents accidents() {
        return accidents;
    }

    public Deaths deaths() {
        return deaths;
    }

    public Losses losses() {
        return losses;
    }

    /** The number of a person of a member; {@code index} tells several of one kind apart, zero for the member. */
    public static int person(Insured insured, int index) {
        int person = insured.ordinal() | index << INSURED_BITS;
        if (index < 0 || person >= 1 << PERSON_BITS) {
            throw new IllegalArgumentException("A member has at most 64 persons of one kind, not " + index);
        }
        return person;
    }

    /** Whether {@link #what} has room for the numbers. */
    static boolean fits(int person, int circumstances) {
        int room = Integer.SIZE - KIND_BITS - PERSON_BITS;
        return person >>> PERSON_BITS == 0 && circumstances >>> room == 0;
    }

    static int what(EventKind kind, int person, int circumstances) {
        return kind.ordinal() | person << KIND_BITS | circumstances << (KIND_BITS + PERSON_BITS);
    }
}
