package org.huzhu.portal.console;

/**
 * A queue of work.
 *
 * @param name of the sentence that says what waits
 * @param count how many wait
 * @param address of the page where they are dealt with
 */
public record Queue(String name, int count, String address) {}
