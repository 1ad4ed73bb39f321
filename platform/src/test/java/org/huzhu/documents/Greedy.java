package org.huzhu.documents;

import java.util.ArrayList;
import java.util.List;

/** A program that takes all memory there is. */
final class Greedy {

    private Greedy() {}

    public static void main(String[] arguments) {
        List<byte[]> taken = new ArrayList<>();
        while (taken.size() < Integer.MAX_VALUE) {
            taken.add(new byte[1 << 24]);
        }
    }
}
