package org.huzhu.portal.claims;

import java.util.List;
import java.util.Optional;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.recipients.Named;
import org.huzhu.claims.recipients.Recipient;
import org.huzhu.claims.recipients.Recipients;
import org.huzhu.claims.recipients.Share;
import org.huzhu.claims.recipients.Tie;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.PersonName;
import org.huzhu.members.Paper;
import org.huzhu.portal.Typed;
import org.huzhu.portal.sheet.Sheet.Choice;
import org.huzhu.portal.sheet.Sheet.Field;
import org.huzhu.portal.sheet.Sheet.Kind;

/**
 * Who is paid in the member's place, and the form in which another is named.
 *
 * @param isWanted whether somebody must be named
 */
public record RecipientForm(List<Recipient> recipients, boolean isWanted, Typed typed) {

    private static final String AGREED = "agreed";

    static RecipientForm of(CaseFile file) {
        return of(file, Typed.nothing());
    }

    static RecipientForm of(CaseFile file, Typed typed) {
        return new RecipientForm(file.recipients(), Recipients.areWanted(file.facts()), typed);
    }

    /** Whether it is shown without being asked for. */
    public boolean isOpen() {
        return isWanted || !recipients.isEmpty() || !typed.isSound();
    }

    public List<Field> fields() {
        return List.of(
                Field.wanted("payee", Kind.TEXT, "recipient.name"),
                select("tie", "recipient.tie", Choice.of(Tie.values())),
                select("paperKind", "recipient.paperKind", Choice.of(Paper.Kind.values())),
                Field.wanted("paper", Kind.TEXT, "recipient.paper"),
                Field.wanted("card", Kind.NUMBER, "recipient.card").hinted("recipient.card.hint"),
                Field.wanted("share", Kind.TEXT, "recipient.share").hinted("recipient.share.hint"));
    }

    private static Field select(String name, String label, List<Choice> choices) {
        return new Field(name, Kind.SELECT, label, "", true, choices);
    }

    /** Who was named; empty where something is wrong with the form, which then says so. */
    static Optional<Named> read(Typed typed) {
        Optional<PersonName> name = typed.wanted("payee", PersonName::new, "recipient.name.wrong");
        Optional<Tie> tie = typed.wanted("tie", Tie::valueOf, "typed.missing");
        Optional<Paper> paper = typed.wanted("paperKind", Paper.Kind::valueOf, "typed.missing")
                .flatMap(kind -> typed.wanted("paper", word -> Paper.parse(kind, word), "typed.paper." + kind));
        Optional<CardNumber> card = typed.wanted("card", RecipientForm::card, "card.number.wrong");
        Optional<Share> share = typed.wanted("share", Share::parse, "recipient.share.wrong");
        if (typed.at(AGREED).isEmpty()) {
            typed.refuse(AGREED, "recipient.agreed.missing");
        }
        return typed.isSound()
                ? Optional.of(new Named(
                        name.orElseThrow(),
                        tie.orElseThrow(),
                        paper.orElseThrow(),
                        card.orElseThrow(),
                        share.orElseThrow()))
                : Optional.empty();
    }

    /** As it stands on a card: four digits and a blank. */
    static CardNumber card(String typed) {
        return new CardNumber(typed.replaceAll("[ -]", ""));
    }
}
