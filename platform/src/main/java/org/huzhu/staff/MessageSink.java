package org.huzhu.staff;

/** Takes short messages to phones. */
public interface MessageSink {

    /** Hands a message over; whether it arrives is not known. */
    void send(String phone, String text);
}
