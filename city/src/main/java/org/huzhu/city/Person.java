package org.huzhu.city;

import java.util.List;

/**
 * A card holder.
 *
 * @param index from 0 to one less than the number of people
 * @param identity no other person of the city has it
 * @param oldPapers whether some hospital still knows the person by the old number of 15 digits
 * @param cards one or two, the older first; their spans do not overlap
 */
record Person(int index, Identity identity, boolean oldPapers, List<Card> cards) {

    boolean isCoveredOn(int day) {
        return cards.stream().anyMatch(card -> card.isValidOn(day));
    }
}
