package org.huzhu.quarter;

import org.huzhu.quarter.SettlementSummary.Sums;
import org.huzhu.quarter.table.PersonLines;

/**
 * What each person of a drawer is due: entitled to date less paid before, in fen. Above zero it is paid, below zero
 * carried on to later quarters, and no line is written at zero.
 */
final class DrawerDues {

    private final SettlementRequest request;
    private final Persons persons;
    private final Entitlements entitlements;
    private final PaidBefore paid;
    private final PersonLines payments = new PersonLines();
    private final PersonLines carried = new PersonLines();
    private long personsPaid;
    private Sums sums = Sums.ZERO;

    DrawerDues(SettlementRequest request, Persons persons, Entitlements entitlements, PaidBefore paid) {
        this.request = request;
        this.persons = persons;
        this.entitlements = entitlements;
        this.paid = paid;
        for (int person = 0; person < persons.size(); person++) {
            long due = Math.subtractExact(entitlements.entitledFen(person), paid.fen(person));
            add(person, due);
            if (due != 0) {
                write(due > 0 ? payments : carried, person, due);
            }
        }
    }

    PersonLines payments() {
        return payments;
    }

    PersonLines carried() {
        return carried;
    }

    /** How many persons were paid this year, this quarter included. */
    long personsPaid() {
        return personsPaid;
    }

    /** The sums over all persons, in lists or not. */
    Sums sums() {
        return sums;
    }

    Persons persons() {
        return persons;
    }

    private void add(int person, long due) {
        personsPaid += due > 0 || paid.fen(person) > 0 ? 1 : 0;
        sums = sums.plus(new Sums(
                Math.max(due, 0),
                Math.min(due, 0),
                entitlements.entitledFen(person),
                paid.fen(person),
                entitlements.outpatientFen(person),
                entitlements.inpatientFen(person)));
    }

    private void write(PersonLines to, int person, long due) {
        CardPart card = persons.cardPart(person);
        int row = persons.cardRow(person);
        text(to, card, row, CardPart.MEMBER_NO);
        to.lines().text(persons.idNumber(person).text());
        text(to, card, row, CardPart.CARD_NO);
        text(to, card, row, CardPart.AGENCY);
        to.lines().number(request.year());
        to.lines().number(request.quarter());
        to.lines().yuan(entitlements.outpatientFen(person));
        to.lines().yuan(entitlements.inpatientFen(person));
        to.lines().yuan(entitlements.entitledFen(person));
        to.lines().yuan(paid.fen(person));
        to.lines().yuan(due);
        to.end(person, card.texts(), card.textFrom(row, CardPart.MEMBER_NO), card.textTo(row, CardPart.MEMBER_NO));
    }

    private static void text(PersonLines to, CardPart card, int row, int text) {
        to.lines().text(card.texts(), card.textFrom(row, text), card.textTo(row, text));
    }
}
