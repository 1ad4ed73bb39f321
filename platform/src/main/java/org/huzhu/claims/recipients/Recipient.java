package org.huzhu.claims.recipients;

/**
 * Somebody who is paid in the member's place.
 *
 * @param place from 1, in the order in which they were named
 * @param paper the number of his paper, masked
 * @param cardEnd the last four digits of his card
 */
public record Recipient(int place, String name, Tie tie, String paper, String cardEnd, Share share) {}
