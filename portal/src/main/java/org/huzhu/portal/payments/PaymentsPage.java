package org.huzhu.portal.payments;

import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;
import org.huzhu.ledger.FundDesk;
import org.huzhu.payments.AnswerDesk;
import org.huzhu.payments.AnswerDesk.Taken;
import org.huzhu.payments.ConfirmationDesk;
import org.huzhu.payments.PaymentDesk;
import org.huzhu.payments.PaymentDesk.Account;
import org.huzhu.payments.PaymentDesk.Waiting;
import org.huzhu.payments.PaymentRefused;
import org.huzhu.payments.bank.FileForms;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.portal.payments.PaymentsView.FundLine;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What waits to be paid, by funds; what was assembled; where the answers of banks are brought. */
@RestController
class PaymentsPage {

    static final String ADDRESS = "/w/payments";
    private static final int SHOWN = 50;
    private static final int COUNTED = 1_000;

    private final Rooms rooms;
    private final FundDesk funds;
    private final FileForms forms;
    private final UnionTree tree;
    private final Access access;
    private final Templates pages;

    PaymentsPage(Rooms rooms, FundDesk funds, FileForms forms, UnionTree tree, Access access, Templates pages) {
        this.rooms = rooms;
        this.funds = funds;
        this.forms = forms;
        this.tree = tree;
        this.access = access;
        this.pages = pages;
    }

    /** The doors that the page stands before. */
    @Component("paymentRooms")
    record Rooms(PaymentDesk desk, AnswerDesk answers, ConfirmationDesk confirmations) {}

    private static Caller caller() {
        return Visit.current().someone();
    }

    @GetMapping(ADDRESS)
    JteModel payments() {
        return page(Optional.empty(), "");
    }

    private JteModel page(Optional<Taken> taken, String trouble) {
        List<Waiting> waiting = rooms.desk().waiting(caller());
        Map<String, String> places = new HashMap<>();
        waiting.forEach(each -> places.computeIfAbsent(each.under(), this::place));
        return pages.consolePayments(new PaymentsView(
                waiting,
                places,
                lines(waiting),
                rooms.desk().batches(caller(), SHOWN),
                forms.all(),
                rooms.confirmations().open(caller(), COUNTED).size(),
                rooms.answers().differences(caller(), COUNTED).size(),
                taken,
                trouble));
    }

    private String place(String path) {
        return tree.at(path).map(Organisation::name).orElse("");
    }

    private List<FundLine> lines(List<Waiting> waiting) {
        String home = caller().path().orElse("");
        if (!access.allows(caller(), Operation.PAYMENT_MAKE, home)) {
            return List.of();
        }
        return funds.funds(caller()).stream().map(fund -> line(fund, waiting)).toList();
    }

    private FundLine line(Fund fund, List<Waiting> waiting) {
        List<Waiting> own = waiting.stream()
                .filter(each -> each.fund().id().equals(fund.id()))
                .toList();
        return new FundLine(
                fund,
                rooms.desk().account(caller(), fund.id()),
                own.stream().mapToInt(Waiting::count).sum(),
                Money.sum(own.stream().map(Waiting::sum).toList()));
    }

    @PostMapping(ADDRESS + "/account")
    ResponseEntity<?> account(
            @RequestParam UUID fund,
            @RequestParam String holder,
            @RequestParam String number,
            @RequestParam String layout) {
        try {
            rooms.desk().setAccount(caller(), fund, new Account(holder.strip(), number.strip(), layout));
            return Answers.to(ADDRESS);
        } catch (PaymentRefused refused) {
            return again(refused);
        }
    }

    @PostMapping(ADDRESS + "/assemble")
    ResponseEntity<?> assemble(@RequestParam UUID fund) {
        try {
            return Answers.to(ADDRESS + "/batches/"
                    + rooms.desk().assemble(caller(), fund).id());
        } catch (PaymentRefused refused) {
            return again(refused);
        }
    }

    private ResponseEntity<JteModel> again(PaymentRefused refused) {
        return Answers.again(page(Optional.empty(), sentence(refused)));
    }

    static String sentence(PaymentRefused refused) {
        return Texts.say("PaymentRefused." + refused.reason());
    }

    /** Takes the answer of a fund's bank. */
    @PostMapping(ADDRESS + "/answers")
    ResponseEntity<?> take(@RequestParam UUID fund, @RequestParam Optional<MultipartFile> file) throws IOException {
        Optional<Fund> found = funds.funds(caller()).stream()
                .filter(each -> each.id().equals(fund))
                .findFirst();
        access.require(
                caller(),
                Operation.PAYMENT_MAKE,
                found.map(Fund::path).orElse(caller().path().orElse("")));
        if (file.filter(sent -> !sent.isEmpty()).isEmpty()) {
            return Answers.again(page(Optional.empty(), Texts.say("payments.file.missing")));
        }
        Path kept = Files.createTempFile("huzhu-answer-", ".tmp");
        try {
            file.get().transferTo(kept);
            return ResponseEntity.ok(page(Optional.of(rooms.answers().take(caller(), fund, kept)), ""));
        } catch (PaymentRefused refused) {
            return again(refused);
        } finally {
            Files.deleteIfExists(kept);
        }
    }
}
