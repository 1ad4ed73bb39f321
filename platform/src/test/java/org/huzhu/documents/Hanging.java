package org.huzhu.documents;

import java.util.concurrent.CountDownLatch;

/** A program that never answers. */
final class Hanging {

    private Hanging() {}

    public static void main(String[] arguments) throws InterruptedException {
        new CountDownLatch(arguments.length == 0 ? 2 : 1).await();
    }
}
