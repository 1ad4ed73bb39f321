package org.huzhu.bench.drools;

/** What a clause gives before, and after, what limits it; changed by the rules. */
public final class Draft {

    private static final int VERSION_BITS = 6;
    private static final int NUMBER_BITS = 16;

    private final int plan;
    private final int clause;
    private final int place;
    private final int cover;
    private final int event;
    private final int key;
    private final int day;
    private final int year;
    private int days;
    private long fen;
    private boolean isOpen = true;
    private boolean isDeducted;

    /** Of a clause of a plan, numbers of words; {@code where} has cover, event, key, day, year. */
    public Draft(int plan, int clause, int place, Where where, int days, long fen) {
        this.plan = plan;
        this.clause = clause;
        this.place = place;
        this.cover = where.cover;
        this.event = where.event;
        this.key = where.key;
        this.day = where.day;
        this.year = where.year;
        this.days = days;
        this.fen = fen;
    }

    /** The clause of one version; see {@link #getNumber}. */
    public static int id(int plan, int number, int version) {
        return (plan << NUMBER_BITS | number) << VERSION_BITS | version;
    }

    /** Where a draft belongs: the start of the cover, the first event, what it goes back to, the day and its year. */
    public record Where(int cover, int event, int key, int day, int year) {}

    public int getPlan() {
        return plan;
    }

    public int getClause() {
        return clause;
    }

    /** The number of the word that is the number of the clause, in any version. */
    public int getNumber() {
        return clause >> VERSION_BITS & ((1 << NUMBER_BITS) - 1);
    }

    public int getPlace() {
        return place;
    }

    public int getCover() {
        return cover;
    }

    public int getEvent() {
        return event;
    }

    public int getKey() {
        return key;
    }

    public int getDay() {
        return day;
    }

    public int getYear() {
        return year;
    }

    public int getDays() {
        return days;
    }

    public long getFen() {
        return fen;
    }

    public boolean isOpen() {
        return isOpen;
    }

    /** Whether it uses what is limited before the other. */
    public boolean isBefore(Draft other) {
        int by = Integer.compare(day, other.day);
        by = by != 0 ? by : Integer.compare(event, other.event);
        by = by != 0 ? by : Integer.compare(place, other.place);
        return by < 0;
    }

    /** Gives no more than what is left of days. */
    public void holdDays(long left) {
        if (days > Math.max(0, left)) {
            fen = fen / days * Math.max(0, left);
            days = (int) Math.max(0, left);
        }
    }

    /** Gives no more than what is left of money. */
    public void hold(long left) {
        fen = Math.min(fen, Math.max(0, left));
    }

    public boolean isDeducted() {
        return isDeducted;
    }

    /** Gives less what another clause gives. */
    public void deduct(long byOther) {
        fen = Math.max(0, fen - byOther);
        isDeducted = true;
    }

    public void close() {
        isOpen = false;
    }
}
