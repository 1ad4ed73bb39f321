package org.huzhu.portal.proofs;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.huzhu.Society;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.claims.ClaimDesk.Telling;
import org.huzhu.claims.ClaimKind;
import org.huzhu.claims.PaperKind;
import org.huzhu.claims.judged.Facts;
import org.huzhu.facts.Event;
import org.huzhu.kernel.Money;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.Wishes;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;

/** Claims of a member, for the proofs that need some: one handed in, one not. */
final class FiledClaims {

    private FiledClaims() {}

    static void lay(UUID member, ClaimDesk desk, Wishes wishes) {
        Caller self = new Caller(member, Role.MEMBER, Optional.empty(), Optional.of(member));
        self.scope().run(() -> {
            if (!desk.of(self, member).isEmpty()) {
                return;
            }
            wishes.consent(self, member, Purpose.MEDICAL, "1", "同意");
            Claim filed = begin(self, desk);
            for (PaperKind kind : Set.of(PaperKind.RECEIPT, PaperKind.DISCHARGE)) {
                UUID _ = desk.add(self, filed.id(), kind, "x.jpg", new ByteArrayInputStream(photo()));
            }
            CaseFile file = desk.caseFile(self, filed.id());
            if (file.cardEnd().isPresent()) {
                desk.file(self, filed.id(), file.claim().version());
            }
            Claim _ = begin(self, desk);
        });
    }

    private static Claim begin(Caller self, ClaimDesk desk) {
        UUID member = self.member().orElseThrow();
        return desk.begin(
                self, UUID.randomUUID(), new Telling(member, ClaimKind.STAY, Optional.empty(), Facts.of(stay())));
    }

    private static Event stay() {
        LocalDate in = LocalDate.now(Society.CHINA).minusDays(20);
        return new Event.Stay(
                "1",
                Event.Person.MEMBER,
                in,
                in.plusDays(9),
                3,
                Cause.ILLNESS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(in.plusDays(9)),
                new Event.Costs(Map.of(CostField.SELF_PAID_AFTER_INSURANCE, Money.ofYuan(4_000))),
                Set.of());
    }

    private static byte[] photo() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB), "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
