package org.huzhu.bench.drools;

/**
 * A death.
 *
 * @param day that of the accident, or of the death itself
 * @param after days after the accident; the highest number where no accident is known
 * @param key the accident, or the death itself
 */
public record Death(int event, int circumstances, int day, int year, int cause, int after, int key) {}
