package org.huzhu.payments.bank;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.huzhu.payments.bank.AnswerLine.Outcome;

/** Writes a customer payment status report (pain.002.001.03), as a bank would. */
final class Pain002Out {

    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.03";

    private final Tags tags;

    Pain002Out(OutputStream out) throws IOException {
        this.tags = new Tags(out);
    }

    void write(AnswerHead head, Iterable<AnswerLine> lines) throws IOException {
        String file = head.file().orElse("UNKNOWN");
        tags.document(
                NAMESPACE,
                () -> tags.in("CstmrPmtStsRpt", () -> {
                    tags.in("GrpHdr", () -> {
                        tags.text("MsgId", "R" + file);
                        tags.text("CreDtTm", head.day() + "T18:00:00");
                    });
                    tags.in("OrgnlGrpInfAndSts", () -> group(head, file));
                    tags.in("OrgnlPmtInfAndSts", () -> {
                        tags.text("OrgnlPmtInfId", file);
                        for (AnswerLine line : lines) {
                            tags.in("TxInfAndSts", () -> line(line));
                        }
                    });
                }));
    }

    private void group(AnswerHead head, String file) throws IOException {
        tags.text("OrgnlMsgId", file);
        tags.text("OrgnlMsgNmId", "pain.001.001.03");
        if (head.count().isPresent()) {
            tags.text("OrgnlNbOfTxs", head.count().get().toString());
        }
        if (head.sum().isPresent()) {
            tags.text("OrgnlCtrlSum", Tags.yuan(head.sum().get()));
        }
        tags.text("GrpSts", head.others().map(Pain002Out::group).orElse("RCVD"));
        reason(head.reason());
    }

    private static String group(Outcome others) {
        return switch (others) {
            case PAID -> "PART";
            case RETURNED -> "RJCT";
            case PENDING -> "PDNG";
        };
    }

    private void line(AnswerLine line) throws IOException {
        tags.text("OrgnlInstrId", line.reference());
        tags.text("OrgnlEndToEndId", line.reference());
        tags.text(
                "TxSts",
                switch (line.outcome()) {
                    case PAID -> "ACSC";
                    case RETURNED -> "RJCT";
                    case PENDING -> "PDNG";
                });
        reason(line.reason());
        tags.text("AccptncDtTm", line.day() + "T12:00:00");
        tags.text("AcctSvcrRef", line.serial());
        if (line.sum().isPresent() || line.name().isPresent()) {
            tags.in("OrgnlTxRef", () -> {
                if (line.sum().isPresent()) {
                    tags.in("Amt", () -> tags.amount("InstdAmt", line.sum().get()));
                }
                if (line.name().isPresent()) {
                    tags.in("Cdtr", () -> tags.text("Nm", line.name().get()));
                }
            });
        }
    }

    private void reason(Optional<String> reason) throws IOException {
        if (reason.isPresent()) {
            tags.in("StsRsnInf", () -> tags.in("Rsn", () -> tags.text("Cd", reason.get())));
        }
    }
}
