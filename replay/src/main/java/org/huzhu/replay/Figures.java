package org.huzhu.replay;

import java.io.Serializable;

/**
 * What is given: how often, to how many, how much.
 *
 * @param payments awards above zero
 * @param persons members with at least one of them
 * @param fen their sum
 */
public record Figures(long payments, long persons, long fen) implements Serializable {

    public static final Figures ZERO = new Figures(0, 0, 0);

    /** Both together; right where they count different members, or persons are not asked for. */
    public Figures plus(Figures other) {
        return new Figures(payments + other.payments, persons + other.persons, Math.addExact(fen, other.fen));
    }

    public Figures minus(Figures other) {
        return new Figures(payments - other.payments, persons - other.persons, Math.subtractExact(fen, other.fen));
    }
}
