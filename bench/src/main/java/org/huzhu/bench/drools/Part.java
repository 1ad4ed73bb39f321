package org.huzhu.bench.drools;

/**
 * What one event adds to something that several events share: a year, an episode in hospital.
 *
 * @param clause the number of the word, with the version
 * @param group the year, or the first stay of the episode
 * @param fen cost, or the days that are paid
 * @param others what others paid of the cost
 */
public record Part(int clause, int group, int cover, boolean stay, int began, int event, int day, long fen, long others)
        implements Comparable<Part> {

    /** Whether it began before the other. */
    public boolean isBefore(Part other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Part other) {
        int by = Integer.compare(began, other.began);
        return by != 0 ? by : Integer.compare(event, other.event);
    }
}
