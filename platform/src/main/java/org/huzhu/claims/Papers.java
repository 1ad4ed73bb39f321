package org.huzhu.claims;

import static org.huzhu.claims.ClaimRefused.require;

import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huzhu.claims.CaseFile.Paper;
import org.huzhu.claims.CaseFile.Receipt;
import org.huzhu.claims.ClaimRefused.Reason;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.likeness.Traits;
import org.huzhu.claims.recipients.Recipient;
import org.huzhu.claims.recipients.Recipients;
import org.huzhu.database.BeyondReach;
import org.huzhu.database.Scope;
import org.huzhu.documents.Document;
import org.huzhu.documents.Documents;
import org.huzhu.documents.Owner;
import org.huzhu.receipts.MedicalReceipt;
import org.springframework.stereotype.Component;

/** The papers of claims: who may see a claim may see them, so they are kept and read beyond the reach of himself. */
@Component
class Papers {

    private static final String KIND = "claim";
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{0,12}");
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{4,20}");

    private final Documents documents;
    private final JdbcPapers papers;
    private final Recipients recipients;
    private final BeyondReach beyond;
    private final Traits traits;
    private final Desk desk;

    Papers(
            Documents documents,
            JdbcPapers papers,
            Recipients recipients,
            BeyondReach beyond,
            Traits traits,
            Desk desk) {
        this.documents = documents;
        this.papers = papers;
        this.recipients = recipients;
        this.traits = traits;
        this.beyond = beyond;
        this.desk = desk;
    }

    /** Looks at what was brought and lays it down, which takes its time: nobody may be kept waiting meanwhile. */
    Document take(Claim claim, String fileName, InputStream bytes) {
        return everywhere().call(() -> documents.take(owner(claim), fileName, bytes));
    }

    private static Owner owner(Claim claim) {
        return new Owner(KIND, claim.id(), claim.path(), Optional.of(claim.member()));
    }

    /** Begins to take what is brought in pieces. */
    UUID begin(Claim claim, String fileName, long size) {
        return everywhere().call(() -> documents.begin(owner(claim), fileName, size));
    }

    long put(Claim claim, UUID upload, long offset, InputStream piece) {
        requireOf(claim, upload);
        return everywhere().call(() -> documents.put(upload, offset, piece));
    }

    Document finish(Claim claim, UUID upload) {
        requireOf(claim, upload);
        return everywhere().call(() -> documents.finish(upload));
    }

    private void requireOf(Claim claim, UUID upload) {
        require(everywhere().call(() -> documents.isOf(upload, claim.id())), Reason.ABSENT);
    }

    /** The paper that the document is already. */
    Optional<UUID> known(Claim claim, Document document) {
        return papers.of(claim.id()).stream()
                .filter(kept -> kept.document().equals(document.id()))
                .map(JdbcPapers.Kept::id)
                .findFirst();
    }

    void drop(Document document) {
        everywhere().run(() -> documents.drop(document.id()));
    }

    private static Scope everywhere() {
        return Scope.required().everywhere();
    }

    UUID add(Claim claim, PaperKind kind, Document document) {
        UUID id = desk.freshId();
        papers.add(id, claim.id(), kind, document.id(), desk.now());
        traits.note(claim.id(), id, document);
        document.receipt()
                .filter(receipt -> !receipt.cancelled())
                .ifPresent(receipt -> state(claim, receipt.code(), receipt.number(), true));
        return id;
    }

    /** Claims, of whomever, that were paid on the receipt that the red letter takes back. */
    List<UUID> spentOn(MedicalReceipt red) {
        return papers.spentOn(normal(red.code()) + "/" + normal(red.number()));
    }

    void remove(Claim claim, UUID paper) {
        require(papers.remove(claim.id(), paper, desk.now()), Reason.ABSENT);
        traits.forget(claim.id(), paper);
    }

    /** A receipt is known by code and number; letters that people mistake for digits are read as those. */
    void state(Claim claim, String code, String number, boolean byItself) {
        String first = normal(code);
        String second = normal(number);
        require(CODE.matcher(first).matches() && NUMBER.matcher(second).matches(), Reason.RECEIPT_UNFIT);
        papers.state(claim.id(), first + "/" + second, byItself);
    }

    private static String normal(String typed) {
        return typed.strip()
                .replace(" ", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    List<Paper> of(Claim claim) {
        List<JdbcPapers.Kept> kept = papers.of(claim.id());
        if (kept.isEmpty()) {
            return List.of();
        }
        Map<UUID, Document> known = beyond.call(() -> documents.of(claim.id())).stream()
                .collect(Collectors.toMap(Document::id, Function.identity()));
        return kept.stream()
                .flatMap(each -> Stream.ofNullable(known.get(each.document()))
                        .map(document -> new Paper(each.id(), each.kind(), document, each.addedAt())))
                .toList();
    }

    Paper one(Claim claim, UUID paper) {
        return of(claim).stream()
                .filter(each -> each.id().equals(paper))
                .findFirst()
                .orElseThrow(() -> new ClaimRefused(Reason.ABSENT));
    }

    byte[] picture(Paper paper, int page) {
        return everywhere().call(() -> documents.picture(paper.document().id(), page));
    }

    byte[] original(Paper paper) {
        return everywhere().call(() -> documents.original(paper.document().id()));
    }

    List<Receipt> receipts(Claim claim) {
        return papers.receipts(claim.id()).stream()
                .map(receipt -> new Receipt(
                        receipt.key(),
                        receipt.byItself(),
                        beyond.call(() -> papers.elsewhere(claim.id(), receipt.key()))))
                .toList();
    }

    /** What the events, and who is paid for them, need and nobody has brought. */
    Set<PaperKind> missing(Claim claim, Facts facts) {
        return missing(facts, recipients.of(claim.id()), papers.kinds(claim.id()));
    }

    /** The same, of what was brought. */
    static Set<PaperKind> missing(Facts facts, List<Recipient> recipients, List<Paper> brought) {
        return missing(facts, recipients, brought.stream().map(Paper::kind).collect(Collectors.toSet()));
    }

    private static Set<PaperKind> missing(Facts facts, List<Recipient> recipients, Set<PaperKind> brought) {
        Set<PaperKind> missing = EnumSet.noneOf(PaperKind.class);
        missing.addAll(PaperKind.needed(facts.events()));
        missing.addAll(PaperKind.neededOf(recipients));
        missing.removeAll(brought);
        return missing;
    }

    /** Marks the receipts of the claim as paid on under the plan, or refuses. */
    void spend(Claim claim, String plan) {
        for (Receipt receipt : papers.receipts(claim.id())) {
            require(beyond.call(() -> papers.spend(receipt.key(), plan, claim)), Reason.RECEIPT_SPENT);
        }
    }
}
