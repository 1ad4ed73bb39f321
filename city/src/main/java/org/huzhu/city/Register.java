package org.huzhu.city;

import java.util.List;
import org.huzhu.kernel.CardNumber;

/** Gives out the cards: most are old and still valid, some begin, end, or are replaced within the year. */
final class Register {

    /** How a person comes by cards; the weights of {@link #WEIGHTS} stand in this order. */
    private enum Story {
        STEADY,
        STEADY_WITH_END,
        STARTS_IN_YEAR,
        ENDS_IN_YEAR,
        ENDED_BEFORE,
        REPLACED_IN_YEAR,
        REPLACED_BEFORE,
        MOVED_IN_YEAR
    }

    private static final List<Integer> WEIGHTS = List.of(846, 50, 35, 25, 10, 20, 6, 8);
    private static final List<Story> STORIES = List.of(Story.values());

    private static final int OLDEST_DAYS = 2_800;
    private static final int OLD_NUMBERS_IN_THOUSAND = 4;
    private static final int LOWER_CASE_IN_THOUSAND = 30;
    private static final int MOVE_GAP_DAYS_MAX = 45;

    private static final Scramble MEMBER_NUMBERS = new Scramble(90_000_000L);
    private static final long MEMBER_BODY = 10_000_000L;
    private static final Scramble CARD_NUMBERS = new Scramble(1_000_000_000L);
    private static final long CARD_BODY = 602_969_000_000_000L;

    private final CityOrder order;
    private final YearDays days;
    private final Births births;

    Register(CityOrder order, YearDays days) {
        this.order = order;
        this.days = days;
        this.births = new Births(order.year());
    }

    Person person(int index) {
        Chance chance = Chance.of(order.seed(), index, Chance.Purpose.BIRTH);
        Identity identity = births.person(index, chance);
        boolean oldPapers = identity.hasOldNumber() && chance.inThousand(OLD_NUMBERS_IN_THOUSAND);
        String name = Names.any(chance, identity.sequence() % 2 == 1);
        String id = identity.number();
        if (chance.inThousand(LOWER_CASE_IN_THOUSAND)) {
            id = id.replace('X', 'x');
        }
        String registered = oldPapers && chance.below(2) == 0 ? identity.oldNumber() : id;
        Holder holder = new Holder(index, id, registered, name);
        return new Person(
                index, identity, oldPapers, cards(holder, Chance.of(order.seed(), index, Chance.Purpose.CARDS)));
    }

    private record Holder(int index, String id, String registered, String name) {

        Card card(int membership, int number, int from, int until, String agency) {
            String memberNo = Long.toString(MEMBER_BODY + MEMBER_NUMBERS.at(2L * index + membership));
            String digits = CardNumber.withCheckDigit(Long.toString(CARD_BODY + CARD_NUMBERS.at(2L * index + number)))
                    .digits();
            return new Card(memberNo, number == 0 ? registered : id, name, digits, from, until, agency);
        }
    }

    private List<Card> cards(Holder holder, Chance chance) {
        String agency = Agencies.any(chance);
        int begin = -chance.between(800, OLDEST_DAYS);
        int inYear = chance.below(days.length());
        int before = -chance.between(1, 700);
        return switch (STORIES.get(chance.weighted(WEIGHTS))) {
            case STEADY -> List.of(holder.card(0, 0, begin, Card.OPEN, agency));
            case STEADY_WITH_END -> List.of(holder.card(0, 0, begin, days.length() + chance.below(1_500), agency));
            case STARTS_IN_YEAR -> List.of(holder.card(0, 0, inYear, Card.OPEN, agency));
            case ENDS_IN_YEAR -> List.of(holder.card(0, 0, begin, inYear, agency));
            case ENDED_BEFORE -> List.of(holder.card(0, 0, begin, before, agency));
            case REPLACED_IN_YEAR -> replaced(holder, begin, inYear, agency);
            case REPLACED_BEFORE -> replaced(holder, begin, before, agency);
            case MOVED_IN_YEAR -> moved(holder, begin, inYear, chance);
        };
    }

    /** Same member, same agency, another card. */
    private static List<Card> replaced(Holder holder, int begin, int day, String agency) {
        return List.of(holder.card(0, 0, begin, day, agency), holder.card(0, 1, day, Card.OPEN, agency));
    }

    /** Another agency, another member number, another card; perhaps some weeks without one. */
    private static List<Card> moved(Holder holder, int begin, int day, Chance chance) {
        int again = day + chance.below(MOVE_GAP_DAYS_MAX);
        return List.of(
                holder.card(0, 0, begin, day, Agencies.any(chance)),
                holder.card(1, 1, again, Card.OPEN, Agencies.any(chance)));
    }
}
