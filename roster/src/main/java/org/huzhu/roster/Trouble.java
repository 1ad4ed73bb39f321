package org.huzhu.roster;

/**
 * What is wrong with a cell.
 *
 * @param found what stands there; numbers of papers, phones and cards are masked
 * @param wrong a sentence, and {@code remedy} another that says what to do; both in Chinese, without a full stop
 */
public record Trouble(Column column, TroubleKind kind, String found, String wrong, String remedy) {}
