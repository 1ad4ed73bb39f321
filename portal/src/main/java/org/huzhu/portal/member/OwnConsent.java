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
 * @param isByProxy whether somebody whom he lets act for him agreed in his name
 */
public record OwnConsent(Purpose purpose, String text, Optional<LocalDate> since, boolean isByProxy) {

    static OwnConsent of(Purpose purpose, List<Consent> given, ZoneId zone) {
        Optional<Consent> now = given.stream()
                .filter(each -> each.purpose() == purpose && each.withdrawnAt().isEmpty())
                .findFirst();
        return new OwnConsent(
                purpose,
                text(purpose),
                now.map(each -> LocalDate.ofInstant(each.givenAt(), zone)),
                now.filter(Consent::isByProxy).isPresent());
    }

    /** The whole text, as it is shown and as its digest is kept. */
    static String text(Purpose purpose) {
        return Texts.say("consent." + purpose.name());
    }
}
