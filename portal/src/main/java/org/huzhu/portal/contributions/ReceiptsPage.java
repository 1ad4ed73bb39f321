package org.huzhu.portal.contributions;

import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.contributions.BankReceipts;
import org.huzhu.contributions.BankReceipts.Part;
import org.huzhu.contributions.BankReceipts.Taken;
import org.huzhu.contributions.BankReceipts.Waiting;
import org.huzhu.contributions.ContributionDesk;
import org.huzhu.contributions.ContributionRefused;
import org.huzhu.contributions.RefundDesk;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;
import org.huzhu.portal.Answers;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.unions.UnionTree;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What came into the bank: a file is taken, what it is for is found or said, what is left is given back. */
@RestController
class ReceiptsPage {

    private static final String ADDRESS = "/w/receipts";
    private static final int SHOWN = 100;

    private final Rooms rooms;
    private final Templates pages;

    ReceiptsPage(Rooms rooms, Templates pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** The doors that the page stands before. */
    @Component("receiptsRooms")
    record Rooms(BankReceipts receipts, ContributionDesk bills, RefundDesk refunds, UnionTree tree, Access access) {}

    private static Caller caller() {
        return Visit.current().someone();
    }

    @GetMapping(ADDRESS)
    JteModel waiting() {
        return page(Optional.empty(), "");
    }

    private JteModel page(Optional<Taken> taken, String trouble) {
        List<Waiting> waiting = rooms.receipts().waiting(caller(), SHOWN);
        boolean mayReceive = rooms.access()
                .allows(
                        caller(),
                        Operation.CONTRIBUTION_RECEIVE,
                        caller().path().orElse(""));
        return pages.consoleReceipts(waiting, taken, trouble, mayReceive);
    }

    @PostMapping(ADDRESS)
    ResponseEntity<?> take(@RequestParam Fund.Kind kind, @RequestParam Optional<MultipartFile> file)
            throws IOException {
        UUID office = rooms.tree()
                .at(caller().path().orElse(""))
                .orElseThrow(NotWithinReach::new)
                .id();
        rooms.access()
                .require(
                        caller(),
                        Operation.CONTRIBUTION_RECEIVE,
                        caller().path().orElse(""));
        if (file.filter(sent -> !sent.isEmpty()).isEmpty()) {
            return Answers.again(page(Optional.empty(), Texts.say("receipts.file.missing")));
        }
        Path kept = Files.createTempFile("huzhu-bank-", ".tmp");
        try {
            file.get().transferTo(kept);
            Taken taken = rooms.receipts().take(caller(), office, kind, kept);
            return ResponseEntity.ok(page(Optional.of(taken), ""));
        } catch (ContributionRefused refused) {
            return Answers.again(page(Optional.empty(), Texts.say("ContributionRefused." + refused.reason())));
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    /** Allocates to one bill as much as it is open, or as is left; to none where none is named. */
    @PostMapping(ADDRESS + "/{id}/allocate")
    ResponseEntity<Void> allocate(@PathVariable UUID id, @RequestParam String bill) {
        BankReceipts.Deposit deposit = rooms.receipts().deposit(caller(), id);
        rooms.access().require(caller(), Operation.CONTRIBUTION_RECEIVE, deposit.path());
        if (!bill.isBlank()) {
            var found = rooms.bills().bill(caller(), bill);
            Money part = found.open().atMost(deposit.left());
            rooms.receipts().allocate(caller(), id, List.of(new Part(found.id(), part)));
        }
        return Answers.to(ADDRESS);
    }

    @PostMapping(ADDRESS + "/{id}/mark")
    ResponseEntity<Void> mark(@PathVariable UUID id, @RequestParam boolean personal, @RequestParam String reason) {
        rooms.receipts().mark(caller(), id, personal, reason);
        return Answers.to(ADDRESS);
    }

    @PostMapping(ADDRESS + "/{id}/refund")
    ResponseEntity<Void> refund(@PathVariable UUID id, @RequestParam String reason) {
        Money left = rooms.receipts().deposit(caller(), id).left();
        rooms.refunds().ask(caller(), id, left, reason);
        return Answers.to(ADDRESS);
    }

    @GetMapping("/w/refunds")
    JteModel refunds() {
        return pages.consoleRefunds(rooms.refunds().open(caller()));
    }

    @PostMapping("/w/refunds/{id}/release")
    ResponseEntity<Void> release(@PathVariable UUID id) {
        rooms.refunds().release(caller(), id);
        return Answers.to("/w/refunds");
    }

    @PostMapping("/w/refunds/{id}/decline")
    ResponseEntity<Void> decline(@PathVariable UUID id, @RequestParam String reason) {
        rooms.refunds().decline(caller(), id, reason);
        return Answers.to("/w/refunds");
    }
}
