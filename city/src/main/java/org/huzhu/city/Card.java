package org.huzhu.city;

import java.util.List;

/**
 * One row of the register: a card and the days on which it is valid.
 *
 * @param memberNo the number under which the society keeps the member
 * @param id the identity number as the register writes it, of 18 or of 15 characters
 * @param digits the number of the card
 * @param from the first valid day, counted from the first of January of the city's year
 * @param until the first day on which it is no longer valid; {@link #OPEN} when it still is
 * @param agency the agency that gave it out
 */
record Card(String memberNo, String id, String name, String digits, int from, int until, String agency) {

    static final int OPEN = Integer.MAX_VALUE;

    static final String HEADER = "member_no,id_number,name,card_no,valid_from,valid_to,agency";

    boolean isValidOn(int day) {
        return day >= from && day < until;
    }

    List<String> fields(YearDays days) {
        return List.of(memberNo, id, name, digits, days.text(from), until == OPEN ? "" : days.text(until), agency);
    }
}
