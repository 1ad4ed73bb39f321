package org.huzhu.columns;

/** What was paid before, net of what was given back; those of one member by day, event and amount. */
public final class Payments {

    final Ints plan = new Ints();
    final Ints clause = new Ints();
    final Ints on = new Ints();
    final Ints person = new Ints();
    final Ints event = new Ints();
    final Ints disease = new Ints();
    final Ints address = new Ints();
    final Longs amount = new Longs();
    final Ints days = new Ints();

    /** The number of the word that is the short name of the plan. */
    public int plan(int payment) {
        return plan.get(payment);
    }

    /** The number of the word that is the number of the clause. */
    public int clause(int payment) {
        return clause.get(payment);
    }

    public int on(int payment) {
        return on.get(payment);
    }

    /** The person, numbered as in {@link FactColumns#person}. */
    public int person(int payment) {
        return person.get(payment);
    }

    /** The event that was paid for, {@link FactColumns#NO_EVENT} where it is not among the facts. */
    public int event(int payment) {
        return event.get(payment);
    }

    /** The number of the class of disease that was paid, or {@link Words#NONE}. */
    public int disease(int payment) {
        return disease.get(payment);
    }

    /** The number of the home that was paid, as in {@link Losses#address}; {@link Words#NONE} for none. */
    public int address(int payment) {
        return address.get(payment);
    }

    public long amountFen(int payment) {
        return amount.get(payment);
    }

    /** The days that were paid, for sums by the day. */
    public int days(int payment) {
        return days.get(payment);
    }

    /** Whether it was paid for an event that is not among the facts. */
    public boolean isLoose(int payment) {
        return event.get(payment) == FactColumns.NO_EVENT;
    }
}
