package org.huzhu.portal.register;

/**
 * A message that did not reach its member, in words.
 *
 * @param at when it was given up
 * @param way on which it went
 * @param trouble why it did not arrive
 */
public record UndeliveredLine(String member, String at, String text, String way, String trouble) {}
