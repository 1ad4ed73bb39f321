package org.huzhu.portal.member;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.huzhu.members.MemberDetail.Consent;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.portal.Texts;

/**
 * What a member can agree to, with the whole text of it.
 *
 * @param since the day on which he agreed; empty where he does not agree now
 */
public record OwnConsent(Purpose purpose, String text, Optional<LocalDate> since) {

    static OwnConsent of(Purpose purpose, List<Consent> given, ZoneId zone) {
        Optional<LocalDate> since = given.stream()
                .filter(each -> each.purpose() == purpose && each.withdrawnAt().isEmpty())
                .map(each -> LocalDate.ofInstant(each.givenAt(), zone))
                .findFirst();
        return new OwnConsent(purpose, text(purpose), since);
    }

    /** The whole text, as it is shown and as its digest is kept. */
    static String text(Purpose purpose) {
        return Texts.say("consent." + purpose.name());
    }
}
