package org.huzhu.operations;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
import org.huzhu.claims.ClaimState;
import org.huzhu.claims.PaperKind;
import org.huzhu.claims.ReviewDesk;
import org.huzhu.claims.ReviewDesk.Seen;
import org.huzhu.claims.ReviewStep;
import org.huzhu.claims.StepTaken;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.money.OwnMoney;
import org.huzhu.claims.money.OwnPhone;
import org.huzhu.facts.Event;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Phone;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Wishes;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;

/** Claims of the members of a {@link FaultTown}, in short words. */
record FaultClaims(FaultTown town) {

    private static final int DAYS = 13;
    private static final String CODE = "验证码 ";
    private static final int CODE_DIGITS = 6;

    ClaimDesk desk() {
        return town.rooms().get(ClaimDesk.class);
    }

    ReviewDesk review() {
        return town.rooms().get(ReviewDesk.class);
    }

    void agree(Caller self, Purpose purpose) {
        self.scope()
                .run(() -> town.rooms().get(Wishes.class).consent(self, self.account(), purpose, "1", "同意用于办理互助保障"));
    }

    /** A claim with all its papers, not handed in; its member agrees that they are read. */
    Claim prepared(Caller self) {
        agree(self, Purpose.MEDICAL);
        Facts facts = Facts.of(stay());
        Telling telling = new Telling(self.account(), ClaimKind.STAY, Optional.empty(), facts);
        Claim claim = self.scope().call(() -> desk().begin(self, UUID.randomUUID(), telling));
        for (PaperKind kind : PaperKind.needed(facts.events())) {
            byte[] photo = photo(claim.number() + kind);
            UUID _ = self.scope()
                    .call(() -> desk().add(self, claim.id(), kind, "材料.jpg", new ByteArrayInputStream(photo)));
        }
        return caseFile(self, claim).claim();
    }

    void file(Caller self, Claim claim) {
        self.scope().run(() -> desk().file(self, claim.id(), claim.version()));
    }

    private static Event stay() {
        LocalDate in = LocalDate.now(Society.CHINA).minusDays(20);
        LocalDate out = in.plusDays(DAYS);
        return new Event.Stay(
                "1",
                Event.Person.MEMBER,
                in,
                out,
                3,
                Cause.ILLNESS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(out),
                new Event.Costs(Map.of(CostField.SELF_PAID_AFTER_INSURANCE, Money.ofYuan(1_000))),
                Set.of());
    }

    CaseFile caseFile(Caller caller, Claim claim) {
        return caller.scope().call(() -> desk().caseFile(caller, claim.id()));
    }

    /** Lets it pass until the office decides on it. */
    void passToOffice(Caller self, Claim claim) {
        while (at(self, claim).step() != ReviewStep.OFFICE) {
            ClaimState.InReview at = at(self, claim);
            Role role = at.step() == ReviewStep.AGENCY_REVIEW ? Role.AGENCY_REVIEWER : Role.AGENCY_HANDLER;
            Caller by = FaultTown.caller(role, at.turn(), 21 + at.step().ordinal());
            Seen seen = seen(by, claim);
            by.scope().run(() -> review().pass(by, claim.id(), seen));
        }
    }

    private ClaimState.InReview at(Caller self, Claim claim) {
        return (ClaimState.InReview) caseFile(self, claim).claim().state();
    }

    Caller office() {
        return FaultTown.caller(Role.OFFICE_REVIEWER, town.officePath(), 31);
    }

    Seen seen(Caller by, Claim claim) {
        CaseFile file = caseFile(by, claim);
        return new Seen(file.claim().version(), file.assessment().due());
    }

    /** What gives him another card, once he has proved that he holds his phone. */
    Runnable toChangeCard(Caller self, CardNumber card) {
        Caller handler = FaultTown.caller(Role.AGENCY_HANDLER, town.unitPath(), 1);
        Phone phone = Phone.parse("13700000001");
        handler.scope()
                .run(() -> town.rooms()
                        .get(MemberRegister.class)
                        .changePhone(handler, self.account(), Optional.of(phone)));
        OwnPhone phones = town.rooms().get(OwnPhone.class);
        OwnPhone.Proof proof = self.scope().call(() -> {
            Optional<String> _ = phones.ask(self, "192.0.2.1");
            return phones.prove(self, lastCode()).orElseThrow();
        });
        return () -> town.rooms().get(OwnMoney.class).changeCard(self, card, proof);
    }

    private String lastCode() {
        try {
            String messages = Files.readString(town.home().logs().resolve("messages.jsonl"));
            int at = messages.lastIndexOf(CODE) + CODE.length();
            return messages.substring(at, at + CODE_DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often somebody did so with the claim. */
    long steps(Caller caller, Claim claim, StepTaken.What what) {
        return caseFile(caller, claim).steps().stream()
                .filter(step -> step.what() == what)
                .count();
    }

    boolean isApproved(Caller self, Claim claim) {
        return caseFile(self, claim).claim().state() instanceof ClaimState.Approved;
    }

    /** A sharp picture, of its own for each name. */
    static byte[] photo(String name) {
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        Random chance = new Random(name.hashCode());
        for (int i = 0; i < 200; i++) {
            pen.setColor(new Color(chance.nextInt(0x1000000)));
            pen.fillRect(chance.nextInt(400), chance.nextInt(300), 20, 20);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
