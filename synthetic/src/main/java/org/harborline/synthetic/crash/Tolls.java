// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.crash;

/// Counts the blows of a trial and what came after them.
final class Tolls {

    private int rounds;
    private int servers;
    private int databases;
    private int filers;
    private int proofs;
    private int copied;
    private long links;
    private long slowest;

    void round() {
        rounds++;
    }

    void serverKilled() {
        servers++;
    }

    void databaseKilled() {
        databases++;
    }

    void filerKilled() {
        filers++;
    }

    void recovered(long nanos) {
        slowest = Math.max(slowest, nanos);
    }

    void proved() {
        proofs++;
    }

    void copied(int reports) {
        copied = reports;
    }

    void links(long count) {
        links = count;
    }

    int rounds() {
        return rounds;
    }

    int databases() {
        return databases;
    }

    CrashResult result(int acknowledged, Settlement settlement, Findings found) {
        return new CrashResult(
                rounds,
                servers,
                databases,
                filers,
                acknowledged,
                settlement.filedNow() + settlement.filedBefore(),
                settlement.filedNow(),
                settlement.filedBefore(),
                links,
                proofs,
                copied,
                slowest / 1e9,
                found.complaints());
    }
}
