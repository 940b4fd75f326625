#!/usr/bin/env python3
"""Writes a ServiceNow export of any size, to see an import at work on it.

    python3 scripts/generate-assets.py 1000000 > million.csv
    JAVA_OPTS=-Xmx256m ./run import million.csv --client-account demo --engagement demo --create --no-embed

The same number of rows gives the same bytes on every machine, and a longer file begins with the rows of a shorter
one. About 0.3 kB a row, every key and name once. Python 3.9+ and its standard library only.
"""
import csv
import hashlib
import random
import sys

HEADER = ["sys_id", "name", "host_name", "fqdn", "ip_address", "sys_class_name", "short_description", "os",
          "os_version", "cpu_count", "ram", "disk_space", "used_for", "location", "support_group", "install_status",
          "operational_status", "serial_number", "asset_tag"]
SYSTEMS = [("Linux Red Hat", "9.4", "cmdb_ci_linux_server"), ("SUSE Linux Enterprise", "15 SP5", "cmdb_ci_linux_server"),
           ("Windows Server", "2022", "cmdb_ci_win_server"), ("Windows Server", "2016", "cmdb_ci_win_server"),
           ("AIX", "7.3", "cmdb_ci_aix_server")]
PURPOSES = [("db", "Database server", "dba"), ("app", "Application server", "applications"),
            ("web", "Web server behind the load balancer", "web"), ("mq", "Message broker", "integration"),
            ("file", "File server, shares of the department", "storage"), ("bak", "Backup server", "storage")]
BUSINESSES = ["payroll", "web shop", "warehouse", "billing", "customer portal", "data warehouse", "human resources"]
STAGES = [("p", "Production"), ("p", "Production"), ("t", "Test"), ("d", "Development")]
SITES = ["Köln", "Frankfurt", "Dublin", "Montréal"]


def row(number):
    pick = random.Random(number)
    system, version, ci_class = pick.choice(SYSTEMS)
    prefix, purpose, group = pick.choice(PURPOSES)
    letter, stage = pick.choice(STAGES)
    name = f"{prefix}{letter}{number:07d}"
    return [hashlib.md5(f"generated:{number}".encode()).hexdigest(), name, name, f"{name}.corp.example",
            f"198.51.100.{number % 254 + 1}", ci_class, f"{purpose} for {pick.choice(BUSINESSES)}", system, version,
            2 ** pick.randrange(7), f"{2 ** pick.randrange(1, 10) * 1024:,}", f"{pick.randrange(200, 80000) / 10:.1f}",
            stage, pick.choice(SITES), group, "Installed", "Operational", f"SN{number:09d}", f"TAG-{number:08d}"]


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal():
        sys.exit(f"usage: {sys.argv[0]} ROWS > FILE")
    out = csv.writer(open(sys.stdout.fileno(), "w", encoding="utf-8", newline="", closefd=False), lineterminator="\r\n")
    out.writerow(HEADER)
    try:
        for number in range(1, int(sys.argv[1]) + 1):
            out.writerow(row(number))
    except BrokenPipeError:
        sys.exit(1)


if __name__ == "__main__":
    main()
