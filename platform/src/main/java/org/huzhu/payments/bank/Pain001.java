package org.huzhu.payments.bank;

import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;

/** Writes a customer credit transfer initiation (pain.001.001.03) with one payment information block, as it comes. */
final class Pain001 {

    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.03";

    /** What stands on the payee's statement. */
    static final String PURPOSE = "互助金";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private final Tags tags;

    Pain001(OutputStream out) throws IOException {
        this.tags = new Tags(out);
    }

    void write(FileHead head, Instructions instructions) throws IOException {
        tags.document(
                NAMESPACE,
                () -> tags.in("CstmrCdtTrfInitn", () -> {
                    tags.in("GrpHdr", () -> group(head));
                    tags.in("PmtInf", () -> {
                        payments(head);
                        instructions.each(order -> tags.in("CdtTrfTxInf", () -> order(order)));
                    });
                }));
    }

    private void group(FileHead head) throws IOException {
        tags.text("MsgId", head.number());
        tags.text("CreDtTm", MOMENT.format(head.madeAt()));
        tags.text("NbOfTxs", Integer.toString(head.count()));
        tags.text("CtrlSum", Tags.yuan(head.sum()));
        tags.in("InitgPty", () -> tags.text("Nm", head.holder()));
    }

    private void payments(FileHead head) throws IOException {
        tags.text("PmtInfId", head.number());
        tags.text("PmtMtd", "TRF");
        tags.text("BtchBookg", "true");
        tags.text("NbOfTxs", Integer.toString(head.count()));
        tags.text("CtrlSum", Tags.yuan(head.sum()));
        tags.text("ReqdExctnDt", head.day().toString());
        tags.in("Dbtr", () -> tags.text("Nm", head.holder()));
        account("DbtrAcct", head.account());
        tags.in("DbtrAgt", () -> tags.in("FinInstnId", () -> tags.text("Nm", "NOTPROVIDED")));
        tags.text("ChrgBr", "DEBT");
    }

    private void account(String name, String number) throws IOException {
        tags.in(name, () -> tags.in("Id", () -> tags.in("Othr", () -> tags.text("Id", number))));
    }

    private void order(Instruction order) throws IOException {
        tags.in("PmtId", () -> {
            tags.text("InstrId", order.reference());
            tags.text("EndToEndId", order.reference());
        });
        tags.in("Amt", () -> tags.amount("InstdAmt", order.sum()));
        tags.in("Cdtr", () -> tags.text("Nm", order.name()));
        account("CdtrAcct", order.card());
        tags.in("RmtInf", () -> tags.text("Ustrd", PURPOSE));
    }
}
