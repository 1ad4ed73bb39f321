package org.huzhu.claims;

import static org.huzhu.claims.ClaimRefused.require;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Role;
import org.huzhu.claims.Claim.Channel;
import org.huzhu.claims.ClaimRefused.Reason;
import org.huzhu.claims.judged.Assessment;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.kin.OwnClaims;
import org.huzhu.claims.recipients.Named;
import org.huzhu.documents.Document;
import org.huzhu.members.MemberDetail;
import org.huzhu.members.MemberDetail.Relative;
import org.huzhu.members.MemberLine;
import org.huzhu.receipts.MedicalReceipt;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ClaimDeskService implements ClaimDesk {

    private final JdbcClaims claims;
    private final Handing handing;
    private final Papers papers;
    private final CaseFiles files;
    private final OwnClaims own;
    private final Desk desk;

    ClaimDeskService(JdbcClaims claims, Handing handing, Papers papers, CaseFiles files, OwnClaims own, Desk desk) {
        this.claims = claims;
        this.handing = handing;
        this.papers = papers;
        this.files = files;
        this.own = own;
        this.desk = desk;
    }

    @Override
    @Transactional(readOnly = true)
    public Assessment check(Caller caller, UUID member, Facts facts) {
        MemberDetail _ = filedFor(caller, member);
        Telling.requireSound(facts, desk.today());
        return files.assess(member, "", facts);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Relative> family(Caller caller, UUID member) {
        return filedFor(caller, member).relatives();
    }

    private MemberDetail filedFor(Caller caller, UUID member) {
        MemberDetail detail = own.detail(caller, member);
        desk.require(caller, Operation.CLAIM_FILE, member, detail.line().path());
        return detail;
    }

    @Override
    public Claim begin(Caller caller, UUID id, Telling telling) {
        MemberDetail detail = filedFor(caller, telling.member());
        MemberLine line = detail.line();
        Telling.requireSound(telling.facts(), desk.today());
        telling.requireRelative(detail);
        Claim claim = new Claim(
                id,
                "",
                telling.member(),
                line.unit(),
                handing.home(line.unit()),
                caller.isForMember() ? Channel.OWN : Channel.HANDLER,
                telling.kind(),
                telling.relative(),
                1,
                1,
                new ClaimState.Draft(),
                caller.account().toString(),
                desk.now(),
                Optional.empty(),
                0);
        claims.add(claim, telling.facts(), desk.today().getYear());
        Claim begun = mine(caller, id);
        require(begun.member().equals(telling.member()), Reason.ABSENT);
        desk.done("claim.begin", begun);
        return begun;
    }

    @Override
    public void tell(Caller caller, UUID id, int version, Telling telling) {
        Claim claim = open(caller, id);
        Telling.requireSound(telling.facts(), desk.today());
        require(claims.tell(id, version, telling.kind(), telling.relative(), telling.facts()), Reason.LOOK_AGAIN);
        desk.done("claim.tell", claim);
    }

    /** The claim is held only while the paper is written down, not while it is looked at. */
    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public UUID add(Caller caller, UUID id, PaperKind kind, String fileName, InputStream bytes) {
        Claim claim = desk.whole(() -> open(caller, id));
        return kept(caller, claim, kind, papers.take(claim, fileName, bytes));
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public UUID beginPaper(Caller caller, UUID id, String fileName, long size) {
        return papers.begin(desk.whole(() -> open(caller, id)), fileName, size);
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public long putPaper(Caller caller, UUID id, UUID upload, long from, InputStream piece) {
        return papers.put(desk.whole(() -> open(caller, id)), upload, from, piece);
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public UUID finishPaper(Caller caller, UUID id, PaperKind kind, UUID upload) {
        Claim claim = desk.whole(() -> open(caller, id));
        return kept(caller, claim, kind, papers.finish(claim, upload));
    }

    private UUID kept(Caller caller, Claim claim, PaperKind kind, Document document) {
        boolean stands = false;
        try {
            document.receipt().filter(MedicalReceipt::cancelled).ifPresent(red -> handing.lookAgain(claim, red, desk));
            UUID paper = desk.whole(() -> add(caller, claim.id(), kind, document));
            stands = true;
            return paper;
        } finally {
            // Brought in pieces, it may have been finished before, and stand: that is never taken away.
            if (!stands && desk.whole(() -> papers.known(claim, document)).isEmpty()) {
                papers.drop(document);
            }
        }
    }

    private UUID add(Caller caller, UUID id, PaperKind kind, Document document) {
        Claim claim = open(caller, id);
        return papers.known(claim, document).orElseGet(() -> {
            UUID paper = papers.add(claim, kind, document);
            claims.touch(id);
            desk.done("claim.paper", claim);
            return paper;
        });
    }

    @Override
    public void remove(Caller caller, UUID id, UUID paper) {
        Claim claim = open(caller, id);
        papers.remove(claim, paper);
        claims.touch(id);
        desk.done("claim.paper.remove", claim);
    }

    @Override
    public void state(Caller caller, UUID id, String code, String number) {
        Claim claim = open(caller, id);
        papers.state(claim, code, number, false);
        claims.touch(id);
        desk.done("claim.receipt", claim);
    }

    @Override
    public void name(Caller caller, UUID id, Named recipient) {
        desk.requireMoney(caller);
        Claim claim = open(caller, id);
        handing.name(claim, recipient);
        claims.touch(id);
        desk.done("claim.recipient", claim);
    }

    @Override
    public void unname(Caller caller, UUID id, int place) {
        desk.requireMoney(caller);
        Claim claim = open(caller, id);
        handing.unname(claim, place);
        claims.touch(id);
        desk.done("claim.recipient.remove", claim);
    }

    @Override
    public void file(Caller caller, UUID id, int version) {
        Claim claim = lock(caller, id);
        if (claim.state() instanceof ClaimState.InReview) {
            return;
        }
        require(claim.version() == version, Reason.LOOK_AGAIN);
        handing.in(caller, claim);
    }

    @Override
    public void withdraw(Caller caller, UUID id, int version, String reason) {
        Claim claim = lock(caller, id);
        require(claim.version() == version, Reason.LOOK_AGAIN);
        require(claim.round() == 1, Reason.STATE);
        handing.back(claim, reason);
    }

    @Override
    public void askAgain(Caller caller, UUID id, int version, String reason) {
        Claim claim = lock(caller, id);
        require(claim.version() == version, Reason.LOOK_AGAIN);
        require(!reason.isBlank(), Reason.REASON_MISSING);
        handing.again(claim, reason);
    }

    /** The claim, where its filer may still change it. */
    private Claim open(Caller caller, UUID id) {
        Claim claim = lock(caller, id);
        require(
                claim.state() instanceof ClaimState.Draft || claim.state() instanceof ClaimState.Returned,
                Reason.STATE);
        return claim;
    }

    private Claim lock(Caller caller, UUID id) {
        return filed(caller, claims.lock(id).orElseThrow(() -> new ClaimRefused(Reason.ABSENT)));
    }

    private Claim mine(Caller caller, UUID id) {
        return filed(caller, claims.find(id).orElseThrow(() -> new ClaimRefused(Reason.ABSENT)));
    }

    private static boolean isEnteredBy(Caller caller, Claim claim) {
        return claim.enteredBy().equals(caller.account().toString());
    }

    /** Lets the member have his own, and a handler what he himself has entered. */
    private Claim filed(Caller caller, Claim claim) {
        desk.require(caller, Operation.CLAIM_FILE, claim.member(), caller.path().orElse(""));
        require(caller.isForMember() || isEnteredBy(caller, claim), Reason.ABSENT);
        return claim;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Claim> of(Caller caller, UUID member) {
        desk.require(caller, Operation.CLAIM_VIEW, member, caller.path().orElse(""));
        return claims.of(member);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFile.Progress> progress(Caller caller, UUID member) {
        return of(caller, member).stream()
                .map(claim -> files.progress(claim).shownTo(caller))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Claim> entered(Caller caller, int max) {
        desk.require(caller, Operation.CLAIM_FILE, caller.path().orElse(""));
        return claims.entered(max);
    }

    @Override
    @Transactional(readOnly = true)
    public CaseFile caseFile(Caller caller, UUID id) {
        return files.of(visible(caller, id)).shownTo(caller);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFile.Paper> papers(Caller caller, UUID id) {
        return papers.of(visible(caller, id));
    }

    /** The claim, for the member, for whoever entered it, and for those who decide at its place. */
    private Claim visible(Caller caller, UUID id) {
        Claim claim = claims.find(id).orElseThrow(() -> new ClaimRefused(Reason.ABSENT));
        if (isEnteredBy(caller, claim) && !caller.isForMember()) {
            desk.require(caller, Operation.CLAIM_FILE, caller.path().orElse(""));
        } else {
            desk.require(caller, Operation.CLAIM_VIEW, claim.member(), claim.path());
        }
        return claim;
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public byte[] picture(Caller caller, UUID id, UUID paper, int page) {
        return papers.picture(looked(caller, id, paper, caller.role() == Role.MEMBER ? "" : "claim.paper.look"), page);
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public byte[] original(Caller caller, UUID id, UUID paper) {
        return papers.original(looked(caller, id, paper, "claim.paper.take"));
    }

    /** The paper; that it is looked at is recorded before it is fetched, which takes its time. */
    private CaseFile.Paper looked(Caller caller, UUID id, UUID paper, String action) {
        return desk.whole(() -> {
            Claim claim = visible(caller, id);
            if (!action.isEmpty()) {
                desk.done(action, claim);
            }
            return papers.one(claim, paper);
        });
    }
}
