package org.huzhu.city.past;

import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.Members;
import org.huzhu.columns.Part;
import org.huzhu.columns.Words;

/** A made-up history of a society, part by part. Safe for several threads. */
public final class Past {

    /** Members on whom it is tried out how many bills make the wanted number of events. */
    private static final int TRIED = 16_384;

    private static final double TRIED_BILLS = 8;

    private final PastOrder order;
    private final Calendar calendar;
    private final Vocabulary vocabulary = new Vocabulary();
    private final double moreBills;

    private Past(PastOrder order) {
        this.order = order;
        this.calendar = new Calendar(order.firstYear(), order.lastYear());
        double fewest = eventsAPerson(0);
        double slope = (eventsAPerson(TRIED_BILLS) - fewest) / TRIED_BILLS;
        this.moreBills = Math.max(0, (order.eventsAPerson() - fewest) / slope);
    }

    /** The history that was ordered; nothing of it is made yet. */
    public static Past of(PastOrder order) {
        return new Past(order);
    }

    private double eventsAPerson(double bills) {
        Lives lives = new Lives(calendar, order.seed(), vocabulary, bills);
        int events = 0;
        for (int index = 0; index < TRIED; index++) {
            events += lives.events(index);
        }
        return (double) events / TRIED;
    }

    /** What the numbers of words in all parts mean; complete, and not to be added to. */
    public Words words() {
        return vocabulary.words();
    }

    /** How many parts there are. */
    public int parts() {
        return Math.ceilDiv(order.people(), Part.MEMBERS);
    }

    /** How many members the part has: {@link Part#MEMBERS}, the last one fewer. */
    public int members(int part) {
        return Math.min(Part.MEMBERS, order.people() - part * Part.MEMBERS);
    }

    /** Makes a part; nothing was paid for any event yet. */
    public Part part(int part) {
        Lives lives = new Lives(calendar, order.seed(), vocabulary, moreBills);
        FactBuilder facts = new FactBuilder(vocabulary.words(), FactBuilder.ALL_PARTS);
        Members members = new Members();
        int first = part * Part.MEMBERS;
        for (int i = 0; i < members(part); i++) {
            lives.tell(first + i, facts, members);
        }
        return new Part(members, facts.build());
    }
}
