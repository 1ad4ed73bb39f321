package org.huzhu.portal.register;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huzhu.access.Caller;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.Phone;
import org.huzhu.members.MemberLine;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Paper;
import org.springframework.stereotype.Component;

/** Finds members by a name, a number, a card or a phone, whichever the text is. */
@Component
public class MemberSearch {

    public static final int FOUND_MAX = 50;

    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern CARD = Pattern.compile("\\d{16,19}");

    private final MemberRegister register;

    public MemberSearch(MemberRegister register) {
        this.register = register;
    }

    /** Whether the text is a number of a person, and no name of anything. */
    public static boolean isNumber(String text) {
        return IdNumber.find(text).isPresent()
                || PHONE.matcher(text).matches()
                || CARD.matcher(text).matches();
    }

    public List<MemberLine> find(Caller caller, String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        Optional<IdNumber> number = IdNumber.find(text);
        if (number.isPresent()) {
            return register.findByPaper(caller, new Paper.Resident(number.get()));
        }
        if (PHONE.matcher(text).matches()) {
            return register.findByPhone(caller, Phone.parse(text));
        }
        return CARD.matcher(text).matches()
                ? card(text).map(card -> register.findByCard(caller, card)).orElse(List.of())
                : register.findByName(caller, text, FOUND_MAX);
    }

    private static Optional<CardNumber> card(String text) {
        try {
            return Optional.of(new CardNumber(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
