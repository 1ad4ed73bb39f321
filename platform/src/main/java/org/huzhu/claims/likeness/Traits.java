package org.huzhu.claims.likeness;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.likeness.Likeness.Why;
import org.huzhu.crypto.Digests;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.documents.Document;
import org.huzhu.facts.Event.Stay;
import org.huzhu.kernel.Money;
import org.huzhu.plan.CostField;
import org.huzhu.receipts.MedicalReceipt;
import org.huzhu.receipts.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** By what claims are found that are like each other: keyed digests, from which nobody learns what happened. */
@Repository
public class Traits {

    private static final String REACH = " (path <@ any(:reach::ltree[]) or member = :own or entered_by = :actor) ";

    private static final String ADD = """
            insert into claims.trait (claim, path, member, entered_by, paper, kind, value)
            select c.id, c.path, c.member, c.entered_by, :paper, :kind, :value from claims.claim c
            where c.id = :claim and (c.path <@ any(:reach::ltree[]) or c.member = :own or c.entered_by = :actor)
            on conflict (claim, kind, value) do nothing
            """;

    private static final String FORGET_STAYS =
            "delete from claims.trait where claim = :claim and kind = 'STAY' and " + REACH;

    private static final String FORGET_PAPER =
            "delete from claims.trait where claim = :claim and paper = :paper and " + REACH;

    /** Two sums are near each other that stand within one step, or in steps side by side. */
    private static final int STEP_FEN = 200;

    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient database;
    private final Secrets secrets;

    Traits(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Something that another claim may have too: of a sum the step in which it stands. */
    private record Trait(Why why, String what, long step) {}

    /** Notes the stays of a claim, in place of those that were noted before. */
    public void note(UUID claim, Facts facts) {
        limited(FORGET_STAYS).param("claim", claim).update();
        stays(facts).forEach(trait -> add(claim, null, trait));
    }

    /** Notes a paper of a claim. */
    public void note(UUID claim, UUID paper, Document document) {
        traits(document).forEach(trait -> add(claim, paper, trait));
    }

    public void forget(UUID claim, UUID paper) {
        limited(FORGET_PAPER).param("claim", claim).param("paper", paper).update();
    }

    private void add(UUID claim, @Nullable UUID paper, Trait trait) {
        limited(ADD)
                .param("claim", claim)
                .param("paper", paper, Types.OTHER)
                .param("kind", trait.why().name())
                .param("value", value(trait, trait.step()))
                .update();
    }

    private StatementSpec limited(String sql) {
        Scope scope = Scope.required();
        return database.sql(sql)
                .param("reach", scope.reachText())
                .param("own", scope.member().orElse(NOBODY))
                .param("actor", scope.actor());
    }

    private String value(Trait trait, long step) {
        return Digests.hex(secrets.index(Field.DIAGNOSIS, trait.why() + "\n" + trait.what() + "\n" + step));
    }

    /** What claims have noted whose stays are like these. */
    List<String> near(Facts facts) {
        return near(stays(facts));
    }

    /** What claims have noted whose papers are like this one. */
    List<String> near(Document document) {
        return near(traits(document));
    }

    private List<String> near(List<Trait> traits) {
        List<String> values = new ArrayList<>();
        for (Trait trait : traits) {
            for (long step = trait.step() - 1; step <= trait.step() + 1; step++) {
                values.add(value(trait, step));
            }
        }
        return values;
    }

    private static List<Trait> stays(Facts facts) {
        return facts.events().stream()
                .filter(Stay.class::isInstance)
                .map(Stay.class::cast)
                .flatMap(stay -> borne(stay)
                        .map(sum -> new Trait(Why.STAY, stay.admittedOn() + " " + stay.dischargedOn(), step(sum)))
                        .stream())
                .toList();
    }

    private static Optional<Money> borne(Stay stay) {
        return stay.costs()
                .of(CostField.SELF_PAID_AFTER_INSURANCE)
                .or(() -> stay.costs().of(CostField.TOTAL));
    }

    private static long step(Money sum) {
        return sum.fen() / STEP_FEN;
    }

    private static List<Trait> traits(Document document) {
        List<Trait> traits = new ArrayList<>(List.of(new Trait(Why.PAPER, document.digest(), 0)));
        document.receipt().flatMap(Traits::bill).ifPresent(traits::add);
        return traits;
    }

    private static Optional<Trait> bill(MedicalReceipt receipt) {
        Optional<LocalDate> day = receipt.admittedOn().or(receipt::issuedOn);
        Optional<Money> total = receipt.amount(Part.TOTAL);
        return receipt.institution()
                .filter(_ -> day.isPresent() && total.isPresent())
                .map(hospital -> new Trait(
                        Why.BILL, hospital.replaceAll("\\s", "") + " " + day.orElseThrow(), step(total.orElseThrow())));
    }
}
