#!/usr/bin/env python3
"""Generates the sample estate that CMDB Similarity imports on its first start.

What it makes
    Two wholly fictitious client accounts with two engagements each, written as the exports a
    migration planner would really be handed (ServiceNow, NetBox, Azure Migrate, AWS Migration Hub
    and the product's own JSON Lines), plus the manifest estate.json and a README.md with counts:

        bootstrap/src/main/resources/sample-estate/
            estate.json, README.md
            northwind/core-exit/servicenow-ci.csv, servicenow-relations.csv
            northwind/branch-refresh/netbox-devices.csv, netbox-virtual-machines.csv
            harbor/cloud-landing/azure-migrate.csv, assets.jsonl
            harbor/warehouse-ot/aws-migration-hub.csv, assets.jsonl

How to run it
    python3 scripts/sample-estate.py              # writes the files, then parses them back and checks
    python3 scripts/sample-estate.py --check      # writes nothing; fails if the files on disk differ
    python3 scripts/sample-estate.py --out DIR    # writes somewhere else

Python 3.9+ and its standard library only. The seed is fixed and no clock, locale or hash order is
consulted, so the output is the same byte for byte on every machine. Addresses come from the
documentation ranges (RFC 5737, RFC 3849), MACs are locally administered, domains end in .example.
"""
import argparse
import collections
import csv
import hashlib
import io
import ipaddress
import json
import pathlib
import random
import re
import sys
import uuid

SEED = 20240607
ROOT = pathlib.Path(__file__).resolve().parent.parent
DEFAULT_OUT = ROOT / "bootstrap" / "src" / "main" / "resources" / "sample-estate"

# ---------------------------------------------------------------------------------------------
# Business services. One block each:
#   @code | title | department | support group | site | os | db | prod nodes | envs | software | needs
#   > what it does (a verb phrase)     = what its database holds
#   + a fact about the service         ~ a migration remark
#   i interface name | description     (Harbor only)
# envs: p production, t test, d development, r disaster recovery
# ---------------------------------------------------------------------------------------------

NORTHWIND_SERVICES = """
@clm | Claims Processing | Claims | Claims Platform | fra | lin | ora | 4 | ptdr | JBoss EAP 7.4 | mdm,doc,pay,esb,frd
> handles motor and household claims from registration to settlement
> calculates reserves and releases indemnity payments to policyholders and garages
> assigns open losses to adjusters by region and claim complexity
= claim files, loss reserves, adjuster notes and payment orders
+ Around 900 claims handlers in Frankfurt and Hamburg work in it all day; storm season doubles the load.
+ Pushes approved settlements to the payment gateway and stores every letter in the document archive.
+ Calls the fraud scoring service synchronously with a 2 second timeout.
+ Nightly job closes dormant claims and must finish before 05:30.
+ Attachments sit on an NFS mount that is not covered by the database backup.
~ Vendor certifies the next release on containers only; plan replatform rather than rehost.
~ Must move in the same wave as fraud detection because of latency.
@fnol | First Notice of Loss Portal | Claims | Claims Platform | muc | lin | pg | 2 | ptd | Spring Boot on Tomcat 9 | clm,iam
> lets customers report an accident or water damage online and upload photos
> takes loss notifications from the web and the mobile app around the clock
= loss reports, uploaded photo metadata and chat transcripts
+ Public facing, sits in the DMZ behind the web application firewall.
+ Photos are virus scanned before they reach the claims system.
+ Hail events push traffic to twenty times the normal rate.
~ Stateless and well documented, good candidate for the first migration wave.
~ Image upload bucket could move to object storage straight away.
@lif | Life Policy Administration | Life | Life Systems | fra | aix | db2 | 2 | ptdr | COBOL on IBM TXSeries | mdm,bil,out,sch
> administers endowment, annuity and term life contracts sold since 1978
> computes surrender values, bonuses and annual statements for life policies
= life contracts, premium histories, surrender values and beneficiaries
+ Core written in COBOL, source complete but only four developers still know it.
+ Month-end run takes nine hours and blocks online use after 20:00.
+ Sends renewal letters to the output management system as AFP spool.
+ Code page is EBCDIC 273 inside the data files; every interface converts.
~ No x86 port exists; options are retain on POWER or replace with a standard package.
~ Regulator expects 30 days notice before the system of record moves.
@pnc | P&C Policy Administration | Underwriting | Policy Systems | fra | lin | ora | 3 | ptd | WebLogic 12c | quo,mdm,bil,doc
> issues, endorses and renews property, liability and motor policies
> keeps the policy life cycle from binder to cancellation for non-life business
= non-life policies, endorsements, insured objects and renewal runs
+ Underwriters and 140 tied agents use it through a fat browser client that needs Java Web Start.
+ Renewal run for motor happens in November and saturates the database for two weeks.
+ Asks the rating engine for every premium and the billing system for dunning blocks.
~ WebLogic licence ends next March; move to a supported runtime before the exit.
~ Freeze from 15 October to 5 January, no cutover in the renewal season.
@act | Actuarial Batch | Actuarial | Quant Platforms | zrh | win | sql | 4 | pt | Windows HPC Pack | dwh,rsv
> runs cash flow projections and stochastic scenarios for the actuaries
> crunches mortality tables and lapse assumptions in overnight model runs
= model points, assumption sets and projection results
+ CPU bound: 100 % for six hours at quarter end, idle otherwise.
+ Actuaries submit models from Excel through an add-in nobody has source code for.
+ Reads model points from the data warehouse and writes results as 40 GB flat files.
+ Licence is bound to the MAC address of the head node.
~ Ideal for elastic cloud capacity: burst at quarter end, switch off otherwise.
~ Data leaves Switzerland only after pseudonymisation, check with data protection.
@rsv | Solvency & Reserving | Risk | Quant Platforms | zrh | win | sql | 2 | ptd | .NET 4.8 on IIS | dwh,gl
> produces the Solvency II balance sheet and the quantitative reporting templates
> calculates technical provisions and capital requirements every quarter
= technical provisions, risk margins and QRT submissions
+ Output goes to the supervisory authority as XBRL.
+ Risk managers freeze the figures on working day 8; no reboots in that week.
~ Needs an audit trail of the migration, involve Internal Audit early.
@bil | Billing & Premium Collection | Finance | Billing Team | fra | lin | ora | 2 | ptd | JBoss EAP 7.4 | pay,gl,mdm
> invoices premiums and collects them by direct debit
> sends reminders, books returned debits and starts dunning when premiums stay unpaid
= premium invoices, mandates, instalment plans and dunning levels
+ Creates the SEPA debit files for about 1.2 million policies each month.
+ Bookings flow to the general ledger every hour over the integration bus.
+ Payment holidays granted during the pandemic are hard coded in a PL/SQL package.
~ 38 PL/SQL packages with business rules, automated conversion to PostgreSQL assessed at 70 %.
@pay | Payment Gateway | Finance | Payments Operations | fra | lin | pg | 3 | ptdr | Java 17 services | iam,siem
> sends SEPA and card payments to the banks and brings back confirmations
> authorises credit card premiums and outgoing claim payments
= payment orders, bank acknowledgements and tokenised card references
+ In PCI DSS scope; card numbers are tokenised by a hardware security module.
+ Connects to three banks over EBICS and to a card acquirer over a leased line.
+ Two-person approval is required for anything above 50,000 EUR.
+ Instant payments need an answer within ten seconds, so no maintenance window in business hours.
~ HSM cannot be virtualised, keep on premises or use a cloud HSM with the same key ceremony.
~ Segment must be re-certified by the PCI assessor after any move.
@edi | Broker EDI Hub | Sales | Integration Team | ham | lin | pg | 2 | pt | Apache Camel 3 | esb,mft,pnc
> exchanges quotes, policies and commission statements with brokers in industry standard formats
> translates broker messages between GDV records, XML and the internal model
= message logs, partner profiles and mapping tables
+ Some 600 broker firms deliver nightly files, a dozen still by X.400.
+ Rejected messages wait in a repair queue that the sales back office clears each morning.
+ Partner certificates expire at different times and are tracked in a spreadsheet.
~ Partners whitelist our source addresses, so announce new addresses eight weeks ahead.
@rei | Reinsurance Accounting | Reinsurance | Finance Applications | zrh | win | sql | 1 | ptd | .NET 4.6 fat client | gl,dwh
> settles treaty and facultative reinsurance with cedents and retrocessionaires
> allocates large losses to the layers of the reinsurance programme
= treaties, bordereaux, recoverables and settlement balances
+ Used by 25 reinsurance accountants in Zürich, fat client published over Citrix.
+ Bordereaux arrive as Excel sheets by mail and are loaded by a macro.
~ Vendor offers a SaaS edition; evaluate replace before rehosting.
@frd | Fraud Detection | Claims | Data Science Platform | fra | k8s | mon | 2 | ptd | Python scoring service | clm,dwh,kfk
> scores incoming claims for suspicious patterns and links between claimants
> flags staged accidents and duplicate invoices for the special investigation unit
= claim graphs, model features and investigation cases
+ Models are retrained weekly; a data scientist has to approve each promotion.
+ Consumes claim events from the streaming platform.
+ GPU node is only used during training on weekends.
~ Already containerised, move to a managed cluster with small effort.
@doc | Document Archive | Corporate Services | ECM Team | muc | win | ora | 2 | ptd | OpenText Content Server 16 | iam,sto
> archives letters, policies and scanned mail in a tamper-proof way
> keeps customer correspondence for the statutory ten years and finds it by policy number
= document indexes, retention classes and access logs
+ Holds 310 million documents, 84 TB on WORM storage.
+ Deletion requests under data protection law are executed manually once a month.
+ Nearly every application links to it by URL, host name is hard coded in many of them.
~ Move of the WORM volume needs a certified chain of custody; bulk transfer device required.
@out | Output Management | Corporate Services | ECM Team | ham | lin | pg | 2 | pt | OpenText Exstream | doc,mail,prn
> composes letters, policies and invoices and hands them to the print centre or to e-mail
> merges templates with policy data for bulk mailings and individual letters
= letter templates, print jobs and postage statistics
+ Peak is the annual statement run with 2.3 million envelopes.
+ Spools AFP to two high volume printers in the Hamburg print centre.
~ Print centre contract ends in eighteen months, coordinate with outsourcing project.
@csp | Customer Self-Service Portal | Digital | Digital Channels | muc | k8s | pg | 2 | ptd | Angular and Spring Boot | iam,pnc,doc,pay
> gives policyholders online access to contracts, invoices and address changes
> is the logged-in web site where customers manage their insurance
= customer accounts, consents and message inbox
+ 400,000 registered users, busiest on Sunday evenings.
+ Login goes through the single sign-on with two factors.
+ Accessibility audit is outstanding for the contract pages.
~ Cloud ready; only the session store needs a managed replacement.
@brx | Broker Extranet | Sales | Digital Channels | ham | win | sql | 2 | ptd | ASP.NET MVC on IIS | iam,quo,edi
> lets independent brokers quote, apply and check commission online
> offers brokers their portfolio, tariffs and forms on the web
= broker profiles, saved quotes and commission statements
+ About 3,500 broker employees log in; accounts are maintained by the sales help desk.
+ Tariff PDFs live on a local disk that is replicated with robocopy every ten minutes.
~ Rehost now, functional merge with the customer portal planned later.
@quo | Rating Engine | Underwriting | Policy Systems | fra | lin | pg | 3 | ptd | Go microservice with Redis cache | gis
> calculates premiums for motor, home and liability quotes in milliseconds
> prices risks from tariff tables and bonus-malus classes
= tariff versions, rating factors and quote history
+ Comparison web sites send up to 300 quote requests per second.
+ Tariff changes are deployed on the first of the month at midnight.
~ Stateless, scales out; fits autoscaling well.
@cti | Contact Centre Telephony | Customer Service | Voice Services | ham | win | sql | 2 | pt | Genesys Engage 8.5 | crm
> routes inbound customer calls to agents and records conversations
> runs the interactive voice menu and call queues of the service centre
= call detail records, agent skills and recording indexes
+ 280 agents in Hamburg and Leipzig; call recordings are kept for 90 days.
+ Needs low jitter to the voice gateways, QoS is set on the access switches.
~ Replace by a cloud contact centre, contract negotiation under way.
@crm | Customer Relationship Management | Sales | CRM Team | fra | win | sql | 2 | ptd | Microsoft Dynamics 365 on-premises | mdm,cti
> keeps leads, campaigns and contact history for agents and the service centre
> gives advisers a single view of a household and its contracts
= contacts, opportunities, campaigns and activities
+ Synchronises calendars with the mail platform every five minutes.
+ Eleven custom plug-ins block the upgrade to the current version.
~ Target is the vendor's SaaS offering, only history needs to be migrated.
@dwh | Enterprise Data Warehouse | Finance | Data & Analytics | fra | lin | ora | 3 | ptd | Informatica PowerCenter 10 | pnc,clm,lif,bil
> loads policy, claims and finance data into the warehouse every night
> consolidates all business lines for controlling and supervisory reporting
= fact tables of premiums and claims, customer dimensions and snapshots since 1999
+ 46 TB, grows one terabyte a month; partition exchange at month end.
+ Over 2,100 ETL mappings, roughly a third of them unused.
+ Load window from 22:00 to 06:00 is already exceeded on Mondays.
~ Candidate for a cloud warehouse, but the Exadata offloading features must be replaced.
~ Bulk transfer of history needs an offline appliance, line is too slow.
@bi | Management Reporting | Finance | Data & Analytics | fra | win | sql | 2 | pt | Power BI Report Server | dwh
> publishes dashboards and monthly figures to executives and controllers
> distributes scheduled PDF reports on combined ratio, lapse and new business
= report definitions, subscriptions and cached extracts
+ 620 reports, usage log shows that 200 have not been opened for a year.
+ Executive board pack is produced on working day 5.
~ Retire unused reports first, then move to the SaaS edition.
@mdm | Partner Master Data | Data Office | Data & Analytics | fra | lin | ora | 2 | ptd | Informatica MDM | esb
> holds the golden record of customers, brokers and suppliers
> matches duplicates and validates addresses and bank accounts
= partner records, addresses, relationships and match scores
+ Every core system asks it for addresses, so it is the most depended-on service of the estate.
+ Address validation calls an external provider over HTTPS.
~ Move early or provide a low latency link, chatty callers suffer above 5 ms.
@gl | General Ledger | Finance | SAP Basis | fra | lin | db2 | 2 | ptdr | SAP ECC 6.0 EHP8 | bil,hr
> keeps the books of all legal entities: ledger, accounts payable and assets
> posts premium, claims and cost entries and closes the month
= journal entries, accounts payable, assets and cost centres
+ Month-end close on working days 1 to 4, finance calls the shots on downtime.
+ Vendor maintenance for this release ends in 2027.
+ ABAP transport route dev to test to production, 3,400 custom objects.
~ Conversion to S/4HANA is a programme of its own; do not combine with the data centre exit.
@hr | Payroll & Time | Human Resources | HR Systems | ham | win | sql | 1 | ptd | P&I Loga | gl,iam
> pays salaries and keeps leave, sickness and working time of 5,200 employees
> prints payslips and reports wage tax and social security
= personnel files, time accounts and payroll results
+ Strictly confidential; administrators have no read access to the data files.
+ Payroll is calculated on the 18th and paid on the 27th.
~ Provider runs a hosted edition in a German data centre, works council must agree.
@iam | Identity & Single Sign-On | IT Security | Directory Services | fra | win | sql | 3 | ptdr | Active Directory and Keycloak 22 | pki
> authenticates employees, brokers and customers and issues tokens
> provides directory, login and role assignment for all applications
= accounts, role grants, federation metadata and consent records
+ Domain functional level 2012 R2, forest holds 9,800 user objects.
+ Joiner and leaver events arrive from the payroll system every 30 minutes.
+ LDAP simple bind is still used by 17 legacy applications.
~ Extend the forest to the cloud before any wave starts, everything depends on it.
@bkp | Backup & Restore | IT Operations | Backup Team | fra | lin | - | 3 | p | Veritas NetBackup 10 | sto
> backs up servers and databases to deduplicated disk and tape
> restores files, virtual machines and databases on request
+ 1.4 PB front end, full backups on Saturday, incrementals every night.
+ Tapes go to a vault near Hanau on Wednesdays.
+ Restore tests are documented each quarter for the auditors.
~ Retain until the last workload has left, seven year tapes need a reader afterwards.
@mon | Monitoring & Alerting | IT Operations | Service Operations Centre | fra | lin | pg | 2 | pt | Zabbix 6 and Grafana | -
> watches servers, databases and network gear and pages the on-call engineer
> collects metrics and draws capacity dashboards
= metric history, trigger definitions and maintenance windows
+ 31,000 checks; a third of the alerts are acknowledged without action.
+ SNMP traps of the storage arrays land here too.
~ Agents can point to a cloud collector, keep two systems in parallel during the waves.
@sch | Workload Automation | IT Operations | Batch Control | fra | aix | ora | 2 | pt | BMC Control-M 9 | -
> schedules the overnight batch chains of all core systems
> triggers jobs, watches file arrivals and reports late chains to batch control
= job definitions, calendars and run history
+ 7,400 jobs in 320 chains, critical path ends with the warehouse load.
+ Holiday calendars for Germany, Switzerland and Poland are kept by hand.
~ Keep until the last batch has moved; agents are needed on both sides during transition.
@mail | Mail Relay | IT Operations | Messaging | fra | lin | - | 2 | pt | Postfix 3.5 with Rspamd | siem
> relays outbound mail of applications and filters spam on the way in
> signs outgoing messages with DKIM and enforces transport encryption to authorities
+ Multifunction printers and old AIX jobs submit unauthenticated on port 25.
+ Roughly 90,000 messages a day, policy letters as PDF make up most of the volume.
~ Cloud providers block port 25, rework senders or use an authenticated relay.
@fil | Departmental File Shares | IT Operations | Windows Operations | fra | win | - | 3 | p | Windows DFS-N and DFS-R | iam
> serves home drives and team folders to office users
> offers departmental shares with access rights by group membership
+ 62 TB, two thirds not touched for three years according to the tree scan.
+ Old Access databases on the P: drive are business critical for underwriting.
~ Move team folders to collaboration sites, archive the cold part.
@prn | Central Print Service | IT Operations | Workplace Services | fra | win | - | 2 | p | Windows print server with Kofax follow-me | iam
> queues office print jobs and releases them at any printer with the badge
> spools to 460 multifunction printers in head offices and branches
+ Driver crash once a week, spooler is restarted automatically.
~ Evaluate direct cloud printing, branch printers need firmware from 2021 or later.
@cicd | Build & Deployment Pipeline | Software Engineering | DevOps Enablement | muc | lin | pg | 2 | pd | GitLab 16 and Nexus | iam
> builds, tests and ships the in-house applications
> stores source code, artefacts and container images for the developers
= repositories metadata, pipeline history and package indexes
+ 180 developers, runners are started on demand as virtual machines.
+ Nexus blob store fills up by 200 GB a month because nobody defined clean-up rules.
~ First candidate to move so that later waves can deploy from the cloud.
@esb | Integration Bus | Integration | Integration Team | fra | lin | - | 3 | ptd | IBM MQ 9.2 and App Connect | pki
> transports messages between policy, claims, billing and partner systems
> offers queues and canonical web services to all core applications
+ 240 flows; persistent queues hold up to 3 million messages on batch nights.
+ Queue manager names are hard coded in the COBOL programs.
~ Bridge to a cloud broker first, then peel off flows application by application.
@kfk | Event Streaming | Integration | Integration Team | fra | lin | - | 3 | pt | Apache Kafka 3.4 | -
> distributes claim, policy and payment events to subscribers in near real time
> keeps an event log for seven days and feeds analytics and fraud detection
+ 58 topics; schema registry enforces backward compatibility.
~ Managed streaming service is the agreed target, mirror topics during cutover.
@siem | Security Log Management | IT Security | Cyber Defence | muc | lin | - | 3 | p | Splunk Enterprise 9 | -
> collects security logs and raises alarms on suspicious sign-ins
> correlates firewall, directory and endpoint events for the security analysts
+ Ingests 350 GB a day, licence counts by volume.
+ Evidence is kept for 400 days on request of the regulator.
~ Analysts want a cloud native SIEM; keep forwarders during coexistence.
@pki | Certificate Authority | IT Security | Cyber Defence | muc | win | - | 2 | p | AD Certificate Services | -
> issues TLS and client certificates for internal services
> publishes revocation lists and enrols network devices
+ Root CA is offline in a safe, only the issuing CA is on the network.
~ Retain; revocation list must be reachable from the cloud.
@gis | Natural Hazard Maps | Underwriting | Policy Systems | muc | lin | pg | 1 | ptd | GeoServer 2.22 with PostGIS | -
> tells underwriters the flood, hail and earthquake exposure of an address
> geocodes insured buildings and sums up accumulations per hazard zone
= flood zones, building footprints and accumulation grids
+ Flood model is delivered twice a year on a hard disk by an external bureau.
+ Underwriters look at the map, the rating engine asks for the zone only.
~ Uses vanilla PostGIS, managed PostgreSQL supports all extensions in use.
@med | Medical Claims Settlement | Health | Health Claims Systems | muc | lin | ora | 2 | ptd | WildFly 26 | doc,mdm,pay
> checks and reimburses doctor bills, prescriptions and hospital invoices
> applies the fee schedule for physicians and finds unbundled items
= treatment invoices, diagnosis codes and reimbursement decisions
+ Special category data: diagnosis codes are encrypted at column level.
+ Hospital invoices arrive electronically, doctor bills come as photos from the app.
~ Health data must stay in the EU with customer managed keys.
@mft | Managed File Transfer | Integration | Integration Team | ham | lin | - | 2 | pt | IBM Sterling File Gateway | pki
> exchanges files with banks, authorities and service providers over SFTP
> picks up, encrypts and delivers partner files with receipt
+ 410 partner accounts, 60 of them still with passwords instead of keys.
+ Tax authority only accepts connections from the two registered addresses.
~ Bring your own addresses or inform all partners, effort is in communication.
@pam | Privileged Access & Jump Hosts | IT Security | Cyber Defence | fra | win | sql | 2 | p | CyberArk PAS 12 | iam
> gives administrators recorded and time-limited access to servers
> rotates passwords of privileged accounts and records sessions
= vaulted accounts, checkout history and session recordings index
+ External suppliers get in through here with a second factor only.
~ Needed in both worlds; install a second gateway in the landing zone.
@scn | Mailroom Scanning | Corporate Services | ECM Team | ham | win | sql | 2 | pt | Kofax Capture 11 | doc,clm
> scans incoming post, reads it with OCR and routes it to the right team
> classifies letters and extracts policy numbers from paper mail
= batch status, recognition results and routing rules
+ Eight production scanners, 35,000 pages on a Monday.
+ Handwritten cancellations are keyed by an offshore team.
~ Scanners stay on site, recognition can move once the bandwidth is upgraded.
@snc | Sanctions Screening | Compliance | Compliance Systems | zrh | lin | pg | 1 | pt | Java 11 batch | mdm,pay
> checks customers and payees against sanctions and politically exposed person lists
> stops payments to listed parties until compliance has decided
= watch lists, hits and compliance decisions
+ Lists are refreshed at 04:00 from two commercial feeds.
~ Provider offers an API; replace local list matching when moving.
@com | Agent Commission | Sales | Policy Systems | fra | lin | ora | 2 | ptd | WebLogic 12c | pnc,lif,gl
> calculates commission and bonuses for tied agents and brokers
> claws back acquisition commission when a contract lapses early
= commission rules, agent hierarchies and settlement runs
+ Settlement on the 20th; agents ring the help desk the same hour if a figure looks odd.
+ Bonus contests are entered as SQL scripts by the sales controllers.
~ Rules are undocumented, extract them before any rewrite.
@leg | Litigation Case Files | Legal | ECM Team | muc | win | sql | 1 | pt | Advoware on Windows | doc
> tracks court cases, deadlines and recourse against liable third parties
> keeps the calendar of hearings and limitation periods for the lawyers
= case files, deadlines, opposing parties and cost reserves
+ Lawyers talk to the courts through a certified mailbox with a hardware token.
~ Token reader needs a local USB port, virtual desktop tested without success.
@wsh | Windscreen & Garage Network | Claims | Claims Platform | ham | lin | pg | 2 | ptd | Spring Boot on Tomcat 9 | clm,pay
> steers damaged cars to partner garages and checks repair estimates
> exchanges calculation data with workshops and assessors
= repair estimates, garage contracts and courtesy car bookings
+ 2,100 workshops deliver estimates with pictures, an external calculator checks labour rates.
+ Busy on Mondays and after the first frost.
~ Good fit for a container platform, no local state.
"""

HARBOR_SERVICES = """
@wms | Warehouse Management | Contract Logistics | WMS Team | ham | win | ora | 4 | ptd | Manhattan WMOS 2018 | edi,tms,kfk
> steers receiving, putaway, picking and shipping in eleven warehouses
> keeps stock by batch, serial number and best-before date for contract customers
= stock, storage bins, waves, pick tasks and shipment headers
+ Handheld terminals and conveyor controls talk to it all day, outage stops the sites within minutes.
+ Stocktaking in January needs the extra application node.
+ Each large customer has its own schema with custom triggers.
~ Latency to the sites must stay below 30 ms; pilot with the Lyon warehouse.
i wms-host-orders | Receives outbound orders from customer ERP systems as XML every two minutes and acknowledges each line.
i wms-stock-sync | Hourly stock snapshot to customer web shops; differences above 2 % open an incident automatically.
i wms-label-service | Renders pallet and parcel labels as ZPL for 320 printers on the shop floor.
@tms | Transport Management | Forwarding | Transport Systems | rtm | lin | ora | 3 | ptdr | Oracle OTM 6.4 | edi,frt,trk
> plans road loads, tenders them to hauliers and settles freight cost
> builds tours from orders and picks the cheapest carrier lane
= shipments, tours, carrier tenders and freight cost
+ Dispatchers in Rotterdam and Gdańsk start at 05:00 and need the overnight optimisation to be finished.
+ Uses a map server licence bound to the host ID.
~ Upgrade to the SaaS release has been priced; decision pending in the steering committee.
i tms-carrier-tender | Sends load tenders to about 240 hauliers by EDIFACT IFTMIN or by e-mail link and waits for accept or reject.
i tms-toll-import | Loads road toll invoices monthly and allocates them to tours; file layout changes every year.
@cus | Customs Declarations | Customs | Customs & Trade Systems | rtm | lin | pg | 2 | ptd | Java 11 on WildFly 24 | edi,arc
> files import, export and transit declarations with the authorities
> calculates duties and VAT and keeps proof of release for each consignment
= declarations, tariff codes, duty calculations and release messages
+ Talks to the German, Dutch and Polish customs gateways; each has its own certificate and downtime notice.
+ Trucks wait at the gate until the release message is in, so the service is needed day and night.
+ Tariff code updates are imported every Sunday.
~ Customs authority requires registration of the new data centre location before go-live.
i cus-ncts-transit | Opens and discharges NCTS transit procedures; guarantees are monitored against the reference amount.
i cus-atlas-export | Export declarations to the German customs system, message group AES, signed with a software certificate.
i cus-tariff-load | Weekly import of tariff and quota data; a failed load means wrong duties on Monday.
@edi | Customer EDI Gateway | IT Integration | Integration Squad | ham | lin | pg | 3 | ptd | Seeburger BIS 6 | kfk,mft
> converts EDIFACT, X12 and flat files between customers, carriers and our systems
> exchanges orders, despatch advices and invoices with trading partners
= partner agreements, message archive and mapping versions
+ 1,900 partner relations, AS2 and OFTP2 dominate, a few VAN mailboxes remain.
+ Retail customers fine us when a despatch advice is late by more than an hour.
~ Partners must switch AS2 URLs; run old and new gateway in parallel for three months.
i edi-desadv-out | Despatch advice DESADV D96A to retail chains right after truck loading, with SSCC per pallet.
i edi-invoic-out | Signed INVOIC messages to customers, copy goes to the legal archive.
i edi-oftp-auto | OFTP2 call-offs from two car makers, JIT sequence with 90 minutes lead time.
@flt | Fleet Telematics | Road Transport | Fleet Systems | wro | lin | pg | 3 | ptd | Go ingest with TimescaleDB | kfk,trk
> collects position, speed and fuel data of 1,300 trucks and trailers
> shows the fleet on a map and warns of harsh braking or geofence violations
= vehicle positions, trips, fuel events and geofences
+ Onboard units send every 30 seconds over mobile networks to a fixed public address.
+ Driver scoring is agreed with the works council: no data on individuals older than 90 days.
~ Time series volume of 1.8 TB moves best with logical replication; units need the new address over the air.
i flt-tacho-download | Remote download of tachograph and driver card files every 28 days, legally required.
i flt-fuel-cards | Matches fuel card transactions with tank levels to spot theft.
@cld | Cold Chain Monitoring | Pharma & Food | Sensor Platform | gdn | k8s | mon | 2 | ptd | Node.js MQTT consumers | kfk,trk
> records temperature and humidity of pharma and frozen food shipments
> alarms the control tower when a reefer or a cool box leaves its temperature band
= sensor readings, temperature profiles and alarm history
+ GDP audited; readings must be kept for five years without gaps.
+ Battery powered loggers upload in bursts when a trailer reaches the yard.
~ Qualification documents have to be repeated after the move, plan four weeks for quality assurance.
i cld-reefer-gateway | Pulls set point and return air temperature from trailer refrigeration units over the manufacturer API.
i cld-deviation-report | PDF deviation report for the quality person of the pharma customer within one hour after delivery.
@trk | Track & Trace Portal | Customer Service | Digital Products | ham | k8s | pg | 2 | ptd | React and Quarkus | kfk,idp
> shows shippers and consignees where their goods are
> sends status notices and expected arrival times by e-mail and webhook
= shipment milestones, subscriptions and estimated arrivals
+ Public, 60,000 look-ups a day, many of them by bots that should be throttled.
+ Estimated arrival comes from a small machine learning model.
~ Cloud native already, move first to prove the landing zone.
i trk-webhooks | Pushes milestone events to customer endpoints with retries for 24 hours.
@frt | Freight Rating & Tariffs | Forwarding | Transport Systems | rtm | win | sql | 2 | ptd | .NET 6 services | tms
> prices shipments from customer contracts, surcharges and fuel clauses
> stores haulage tariffs and works out what a customer pays per pallet and zone
= rate cards, surcharges, zones and contract validity
+ Diesel floater is updated on the first working day, wrong index caused credit notes in the past.
~ Small and self-contained, rehost as is.
i frt-diesel-index | Fetches the published diesel price index and proposes the new surcharge table for approval.
@inv | Freight Invoicing | Finance | Finance Systems | ham | win | sql | 2 | ptd | Microsoft Dynamics NAV 2017 | erp,edi
> bills transport, storage and handling to customers
> collects chargeable events and prints or mails the invoice
= invoice lines, billing runs and credit notes
+ Self-billing with two car makers follows separate rules.
+ Billing run on the last day of the month takes six hours.
~ Version is out of support, vendor recommends going to Business Central online.
@yrd | Yard & Dock Scheduling | Contract Logistics | WMS Team | lyo | lin | pg | 1 | ptd | Django 4 | wms,idp
> lets hauliers book loading slots and guides trucks from gate to dock
> shows which trailer stands where in the yard
= slot bookings, gate events and trailer positions
+ Number plate cameras at the gates open bookings automatically.
+ Drivers use it in nine languages on the kiosk.
~ Simple three tier application, suitable as training object for the migration team.
@pod | Proof of Delivery | Last Mile | Digital Products | rtm | lin | mon | 2 | ptd | Spring Boot, Android app back end | tms,arc
> receives signatures, photos and time stamps from the drivers' phones
> proves that goods were handed over and notes damages on delivery
= delivery receipts, signature images and damage notes
+ Works offline: phones deliver up to twelve hours later, expect bursts in the evening.
~ Image store is 9 TB of small files, object storage is the target.
i pod-damage-flow | Opens a damage case with photos for the claims desk as soon as a driver ticks broken goods.
@dgr | Dangerous Goods Checker | Safety | Customs & Trade Systems | ham | win | sql | 1 | ptd | VB.NET desktop with service layer | wms,tms
> checks that hazardous substances may be stored or loaded together
> prints the ADR and IMDG transport papers and placard instructions
= UN numbers, segregation rules and limited quantity limits
+ Rule set changes every two years with the regulation; safety adviser signs off.
~ Source code partly lost, retain or buy a replacement.
@ros | Driver Rostering | Road Transport | Fleet Systems | wro | lin | pg | 1 | pt | PHP 7.4 and MariaDB-compatible layer | flt,erp
> plans driver shifts, rest periods and vehicle assignment
> warns when driving time limits would be exceeded
= shifts, absences, qualifications and rest time accounts
+ Works council approved planning rules; changes need their consent.
~ PHP version is end of life, upgrade while moving.
@ocn | Ocean & Air Booking | Sea & Air Freight | Transport Systems | rtm | lin | db2 | 2 | ptd | CargoWise connector on WebSphere 9 | cus,edi
> books container and air cargo space with carriers and tracks the bill of lading
> manages sailing schedules, cut-off times and container release
= bookings, bills of lading, container moves and cut-offs
+ Shipping lines deliver schedules as free text mail for some routes.
+ Demurrage clock starts with the discharge message, missing messages cost money.
~ WebSphere licence is the main cost driver, replatform to open source runtime.
i ocn-vgm-submit | Submits verified gross mass of export containers to the carriers before cut-off.
i ocn-port-community | Exchanges release orders and gate appointments with the Rotterdam port community system.
@erp | Finance ERP | Finance | Finance Systems | ham | aix | db2 | 2 | ptdr | SAP ECC 6.0 | hcm
> keeps ledger, receivables, payables and assets of the group
> pays hauliers and suppliers twice a week
= journal entries, open items, vendors and fixed assets
+ Close calendar forbids changes on the first five working days.
+ Runs on POWER8 hardware that is out of vendor maintenance since last year.
~ Endian change to Linux on x86 required: heterogeneous system copy, two rehearsals.
@hcm | Time & Attendance | Human Resources | HR Systems | muc | win | sql | 1 | pt | ATOSS Staff Efficiency | erp,idp
> records clock-in times of warehouse staff and passes hours to payroll
> plans temporary workers by forecast volume
= bookings, shift models and overtime accounts
+ 190 clock terminals connect over a proprietary TCP port.
~ Terminal firmware knows one IP address only; use DNS or keep the address.
@idp | Identity & Access | IT Security | Directory & Access | ham | win | - | 3 | ptr | Active Directory with Entra Connect | -
> signs users in and synchronises accounts to the cloud directory
> manages groups, devices and multifactor enrolment
+ Shared warehouse accounts on forklifts have no multifactor sign-in, exception until next audit.
~ Additional domain controllers in the landing zone come before everything else.
@bkp | Data Protection & Backup | IT Infrastructure | Platform Operations | ham | win | sql | 2 | p | Veeam Backup 12 | -
> saves virtual machines every night and copies them to the second site
> keeps immutable restore points against ransomware
= job catalogue, restore points and tape sets
+ Repository is 380 TB with seven weekly fulls.
~ Use cloud native snapshots for moved workloads, keep for OT.
@mon | Observability | IT Infrastructure | Platform Operations | ham | lin | - | 2 | pt | Prometheus, Loki and Grafana | -
> collects metrics and logs and alerts the duty engineer
> shows service level dashboards on the control tower wall
+ Retention is 30 days locally, older blocks go to object storage.
~ Federate with the cloud monitoring, unify alert routes.
@mta | Mail Gateway | IT Infrastructure | Workplace Team | ham | lin | - | 2 | p | Postfix and Amavis | -
> relays notification mail of applications and blocks phishing
> forwards scanner and printer mail to the cloud mailbox service
+ Customs confirmations depend on it, queue longer than 500 raises an alarm.
~ Replace with the authenticated relay of the mailbox provider.
@cic | Software Delivery | Digital Products | DevOps Squad | muc | lin | pg | 2 | pd | Gitea, Jenkins and a container registry | idp
> builds containers and deploys them to the clusters
> hosts source repositories and the package cache
= pipeline runs, user keys and artefact metadata
+ Jenkins has 74 plug-ins, nobody dares to update them.
~ Replace with hosted pipelines instead of moving.
@lak | Data Lake & Analytics | Business Intelligence | Data Team | ham | lin | pg | 3 | ptd | Hadoop 3 with Trino and Superset | kfk,wms,tms
> stores shipment, stock and sensor history for analysts and forecasts
> feeds the volume forecast and the customer profitability report
= table metadata, query history and dashboards
+ 210 TB on spinning disks, replication factor three.
+ Forecast model tells sites how many temporary workers to order.
~ Object storage plus a serverless query engine will replace the cluster.
i lak-volume-forecast | Trains the parcel and pallet volume forecast each Thursday and writes it to the workforce planning.
@kfk | Event Backbone | IT Integration | Integration Squad | ham | lin | - | 3 | ptd | Apache Kafka 3.5 | -
> carries shipment, stock and sensor events between systems
> buffers messages so that a slow consumer does not stop the warehouse
+ Largest topic is sensor readings with 4,000 messages per second.
~ Mirror to the managed service, then move consumers one by one.
@mft | Secure File Exchange | IT Integration | Integration Squad | ham | lin | - | 1 | pt | SFTPGo | -
> receives and hands out files for customers, banks and authorities
> scans partner uploads for malware and distributes them to applications
+ 220 accounts, keys only since last year.
~ Object storage with an SFTP front end is a drop-in replacement.
@arc | Legal Document Archive | Corporate | Workplace Team | zrh | win | sql | 1 | pt | d.velop documents | -
> keeps freight papers, invoices and customs proofs for ten years
> finds consignment notes by number for auditors and customers
= document index, retention dates and audit log
+ 42 TB on a write-once volume, integrity is verified monthly.
~ Retention lock has to be recreated on the target before the copy starts.
@fil | File & Print | IT Infrastructure | Workplace Team | ham | win | - | 3 | p | Windows Server file and print roles | idp
> serves team folders and office printers at the European branches
> hosts home directories and the scan-to-folder shares
+ Old AutoCAD drawings of the warehouses are here, planners need them at every rebuild.
~ Sync team folders to the cloud, leave a cache at large sites.
@vgm | Container Depot | Sea & Air Freight | Transport Systems | rtm | lin | pg | 2 | ptd | Java 17 services | ocn,yrd
> registers empty containers, their damages and their release to hauliers
> keeps the depot stack plan and repair orders for shipping lines
= container stock, repair estimates and gate moves
+ Reach stacker drivers confirm moves on rugged tablets.
~ Works as a unit with ocean booking, move both in one wave.
i vgm-codeco-out | Gate-in and gate-out messages CODECO to shipping lines within 15 minutes of each move.
i vgm-repair-estimate | Sends repair estimates with pictures to the container owner and waits for approval.
@clm | Transport Claims | Legal | Finance Systems | zrh | win | sql | 1 | ptd | ASP.NET on IIS | pod,arc
> handles loss and damage claims of customers and recourse against carriers
> watches liability limits and notice periods under road and air conventions
= claim cases, liability limits and settlement offers
+ Insurers receive a monthly loss list, theft is reported at once.
~ Low use, consolidate with the document archive workflow.
i clm-carrier-recourse | Generates recourse letters to hauliers with proof of delivery and photos attached.
@ret | Returns Handling | Contract Logistics | WMS Team | ham | lin | pg | 2 | ptd | Kotlin services | wms,edi
> inspects returned fashion and electronics and decides on restock, repair or scrap
> tells web shops which return parcel arrived so that they can refund
= return parcels, inspection grades and refund notices
+ January volume is five times the average.
+ Graders work with touch screens and photo boxes.
~ Test of autoscaling planned before the next peak season.
i ret-refund-notice | Refund trigger to the web shop as soon as a returned article is graded.
i ret-carrier-label | Orders return labels from parcel carriers and stores the tracking number.
@co2 | Emission Reporting | Sustainability | Data Team | muc | lin | pg | 1 | ptd | Python and dbt | lak,flt
> works out greenhouse gas emissions per shipment for customer reports
> combines fuel use, distance and load factor into a carbon footprint
= emission factors, shipment footprints and audit evidence
+ Method is verified by an external auditor each spring.
~ Small, only needs the lake; move together with it.
i co2-customer-report | Quarterly carbon footprint statement for shippers as PDF and CSV.
"""

CITIES = {  # code: (location, room or site for devices)
    "fra": "Frankfurt am Main", "muc": "München", "ham": "Hamburg", "zrh": "Zürich", "rtm": "Rotterdam",
    "gdn": "Gdańsk", "wro": "Wrocław", "lyo": "Lyon",
}
NW_ROOM = {"fra": "Frankfurt am Main DC1", "muc": "München DC2", "ham": "Hamburg Computer Room", "zrh": "Zürich DC3"}

DB_NAME = {"ora": "Oracle", "pg": "PostgreSQL", "sql": "SQL Server", "db2": "Db2", "mon": "MongoDB"}
DB_VERSIONS = {"ora": ["12.2.0.1", "19.18", "19.21"], "pg": ["11.22", "13.14", "15.6"],
               "sql": ["2014 SP3", "2016 SP3", "2019 CU22"], "db2": ["10.5", "11.1", "11.5.8"],
               "mon": ["4.4", "5.0", "6.0"]}
ENV = {"p": ("prd", "Production"), "t": ("tst", "Test"), "d": ("dev", "Development"), "r": ("dr", "Disaster recovery")}

# Remarks that fit any service but only one kind of component.
COMPONENT_FACTS = {
    "app": ["Architecture diagram is from 2019 and misses two interfaces.", "Business owner changed with the last reorganisation.",
            "Contract with the vendor renews automatically each January.", "Operations handbook covers start and stop only.",
            "Penetration test in spring, two medium findings open.", "No automated tests.", "Has its own user administration next to the single sign-on.",
            "Availability target 99.5 % in business hours.", "Release every six weeks on a Thursday night.", "Interfaces are listed in the integration catalogue.",
            "Recovery plan was last rehearsed two years ago.", "Licensed by named user.", "Known to be sensitive to clock changes in March and October."],
    "lin": ["Local cron jobs of the application user are not under version control.",
            "Root file system is 85 % full since the last patch round.",
            "Kernel patching every second Tuesday together with its cluster peer.",
            "Monitoring agent runs as root, exception granted until year end.",
            "Swap use grows over the week; restarted on Sundays at 03:00.",
            "Local firewall rules were added by hand and differ from the template.",
            "Logs are shipped to central log management, kept 14 days locally.",
            "Java heap was raised after an out-of-memory incident.",
            "SELinux is permissive because of an old agent.",
            "Built by the old kickstart, no configuration management yet."],
    "win": ["Service account password is not rotated, see exception list.",
            "Scheduled tasks run under a named service account.",
            "Patched in the second maintenance window of the month.",
            "Antivirus exclusions cover the whole D: drive.",
            "Needs .NET Framework 3.5 for one old component.",
            "Drive E: was extended three times and is close to its limit.",
            "Remote desktop licence server is hard wired.",
            "Reboot takes 20 minutes because services start in a fixed order.",
            "Event log forwarding enabled; local administrators reviewed in spring.",
            "Uses a mapped drive letter to the departmental share."],
    "aix": ["LPAR on a POWER8 frame, two VIOS, micro-partitioned.",
            "AIX technology level is two behind; HACMP scripts are home grown.",
            "Korn shell scripts with fixed paths under /opt/prod.",
            "mksysb image goes to the NIM server every Sunday.",
            "Uses raw logical volumes, so plain file copy will not work."],
    "k8s": ["Deployed by Helm chart, three replicas.", "Horizontal autoscaling is capped at eight pods.",
            "Ingress terminates TLS with a wildcard certificate.", "Secrets are still plain Kubernetes secrets.",
            "Liveness probe is too strict and causes restarts under load."],
    "ora": ["Archive log mode, RMAN incremental every night.", "Uses partitioning and advanced compression options, both licensed.",
            "Database links point to two other schemas.", "Character set WE8ISO8859P15, conversion to Unicode is open.",
            "Statistics job switched off for the three largest tables.", "Data Guard copy lags five minutes by design.",
            "Optimizer hints for 11g are still active."],
    "pg": ["Streaming replication to a hot standby.", "Autovacuum tuned for the two largest tables.",
           "Uses extensions pg_trgm and pgcrypto only.", "WAL archive is written to NFS.",
           "Connection pool limited to 200 by PgBouncer.", "Logical replication slot reserved for the warehouse."],
    "sql": ["Always On availability group with a synchronous secondary.", "Compatibility level 120 kept for one report.",
            "SQL Agent jobs send mail through the relay.", "Full recovery model, log backup every 15 minutes.",
            "Linked server to the warehouse with a fixed login.", "Uses CLR assemblies and cross database queries.",
            "tempdb sits on local flash."],
    "db2": ["HADR pair with manual takeover.", "Row compression on for the large tables.",
            "Stored procedures are written in COBOL.", "Reorg on the first Sunday of the month."],
    "mon": ["Three member replica set with a delayed secondary.", "TTL index removes raw data after 180 days.",
            "Two collections lack validation rules.", "Sharding was prepared but never switched on."],
}
TEST_FACTS = ["Refreshed from production once a quarter, names and bank data masked.",
              "Used for acceptance tests by the business department, quiet outside release weeks.",
              "Half the memory of production, load tests are therefore not representative.",
              "Interfaces to partners point to their test systems.",
              "May be stopped at night and on weekends.",
              "Release candidate is installed every second Thursday.",
              "Automated regression suite runs here at 01:00.",
              "Last refresh failed, data is from spring.",
              "Certificates are self-signed.",
              "Training courses for new staff take place on this copy.",
              "Shared by two project teams, book a slot first.",
              "Patches are tried here one week before production.",
              "Holds unmasked data under an exception that ends this year."]
DEV_FACTS = ["Rebuilt at will by the developers, no backup.", "Synthetic data only.",
             "Owned by the development squad, no on-call.", "Can be recreated from the pipeline, do not migrate.",
             "Debug ports are open to the office network.", "Sized small, two users at a time.",
             "Feature branches are deployed here several times a day.", "Idle since the project paused, ask before deleting.",
             "Contains an experimental upgrade of the runtime.", "Switch off after hours to save licences."]
DR_FACTS = ["Cold standby, started in the yearly recovery exercise.", "Recovery time objective four hours, tested last autumn.",
            "Receives replicated data every 15 minutes.", "Last exercise took six hours instead of four."]

# ---------------------------------------------------------------------------------------------
# Northwind, Core Platform Exit: data centre infrastructure.
#   class | name | site | manufacturer | model | support group | description
# ---------------------------------------------------------------------------------------------
NORTHWIND_INFRA = """
lb | nw-fra-lb-prd-01 | fra | F5 | BIG-IP i5800 | Network Operations | Active unit of the production load balancer pair; terminates TLS for claims, policy and billing. iRules redirect three retired host names.
lb | nw-fra-lb-prd-02 | fra | F5 | BIG-IP i5800 | Network Operations | Standby unit of the Frankfurt production pair, config sync every change. Takes over in about two seconds.
lb | nw-muc-lb-dmz-01 | muc | F5 | BIG-IP i4800 | Network Operations | DMZ load balancer with web application firewall module in front of the customer portal and loss notification site.
lb | nw-muc-lb-dmz-02 | muc | F5 | BIG-IP i4800 | Network Operations | Passive DMZ peer. WAF policy in learning mode for the upload pages.
lb | nw-fra-lb-tst-01 | fra | HAProxy | HAProxy 2.6 on VM | Network Operations | Spreads test and acceptance traffic; one instance only, no redundancy wanted.
lb | nw-ham-lb-prd-01 | ham | Citrix | ADC VPX 1000 | Network Operations | Publishes the broker extranet and Citrix store front. Licence runs out in November.
fw | nw-fra-fw-edge-01 | fra | Palo Alto Networks | PA-5250 | Network Security | Internet edge firewall, primary. About 2,400 rules, of which 700 had no hit for a year.
fw | nw-fra-fw-edge-02 | fra | Palo Alto Networks | PA-5250 | Network Security | HA peer of the internet edge firewall, passive.
fw | nw-fra-fw-pci-01 | fra | Fortinet | FortiGate 1100E | Network Security | Separates the cardholder data segment from everything else. Every rule change needs a ticket for the PCI assessor.
fw | nw-fra-fw-int-01 | fra | Check Point | 6600 | Network Security | Internal segmentation between server zones; old object groups still carry the names of a merged company.
fw | nw-fra-fw-int-02 | fra | Check Point | 6600 | Network Security | Cluster member two of internal segmentation.
fw | nw-muc-fw-edge-01 | muc | Palo Alto Networks | PA-3260 | Network Security | Edge of the Munich site with site-to-site tunnels to claims adjusters and two garages chains.
fw | nw-zrh-fw-01 | zrh | Fortinet | FortiGate 600E | Network Security | Zürich firewall; keeps actuarial data in Switzerland, outbound only by proxy.
fw | nw-ham-fw-01 | ham | Fortinet | FortiGate 600E | Network Security | Hamburg contact centre and print centre firewall, voice traffic inspected without SIP ALG.
fw | nw-fra-vpn-01 | fra | Cisco | Firepower 2130 | Network Security | Remote access VPN concentrator for home office users, 2,500 concurrent sessions. Candidate for zero trust replacement.
rt | nw-fra-rtr-wan-01 | fra | Cisco | ASR 1002-HX | Network Operations | MPLS WAN router, carrier A. Carries branch traffic to the data centre, BGP to provider edge.
rt | nw-fra-rtr-wan-02 | fra | Cisco | ASR 1002-HX | Network Operations | WAN router on the second carrier, enters the building from the north side.
rt | nw-muc-rtr-wan-01 | muc | Cisco | ISR 4461 | Network Operations | Connects Munich to the WAN and holds the default route for the lab network.
rt | nw-zrh-rtr-wan-01 | zrh | Cisco | ISR 4451 | Network Operations | Zürich WAN uplink, 2 x 1 Gbit/s. Encrypts traffic to Frankfurt.
rt | nw-ham-rtr-wan-01 | ham | Cisco | ISR 4461 | Network Operations | Hamburg WAN uplink; QoS class for voice of the service centre.
rt | nw-fra-rtr-bank-01 | fra | Juniper | MX204 | Network Operations | Dedicated router for the leased lines to banks and the card acquirer. Contract end date must match the cutover of the payment gateway.
rt | nw-fra-rtr-cloud-01 | fra | Juniper | MX204 | Network Operations | New router for the private cloud interconnect, 10 Gbit/s, circuit ordered but not yet patched.
sw | nw-fra-sw-core-01 | fra | Cisco | Nexus 9508 | Network Operations | Core switch, spine one of the Frankfurt fabric. All server VLANs.
sw | nw-fra-sw-core-02 | fra | Cisco | Nexus 9508 | Network Operations | Core switch, spine two. Line card in slot 4 was replaced twice.
sw | nw-fra-sw-leaf-01 | fra | Cisco | Nexus 93180YC-FX | Network Operations | Top of rack for the hypervisor racks A01 to A04.
sw | nw-fra-sw-leaf-02 | fra | Cisco | Nexus 93180YC-FX | Network Operations | vPC peer in row A, hypervisor uplinks.
sw | nw-fra-sw-leaf-03 | fra | Cisco | Nexus 93180YC-FX | Network Operations | Leaf for database racks, jumbo frames for NFS and backup.
sw | nw-fra-sw-leaf-04 | fra | Cisco | Nexus 93180YC-FX | Network Operations | Partner of leaf 03; two ports err-disabled because of bad optics.
sw | nw-fra-sw-oob-01 | fra | HPE Aruba | 2930F | Network Operations | Out-of-band management LAN with console servers and iLO ports.
sw | nw-fra-san-01 | fra | Brocade | G620 | Storage Team | Fibre channel fabric A, 48 ports, zoning by alias.
sw | nw-fra-san-02 | fra | Brocade | G620 | Storage Team | Fibre channel fabric B. Firmware one release behind fabric A.
sw | nw-muc-sw-core-01 | muc | Arista | 7050SX3 | Network Operations | Munich core, routes lab, ECM and DMZ networks.
sw | nw-muc-sw-core-02 | muc | Arista | 7050SX3 | Network Operations | Second Munich core with MLAG to the first.
sw | nw-zrh-sw-core-01 | zrh | Arista | 7050SX3 | Network Operations | Serves the HPC nodes of the actuaries with 25 Gbit/s ports.
sw | nw-ham-sw-core-01 | ham | Cisco | Catalyst 9500 | Network Operations | Collapsed core of the Hamburg office, voice VLANs for 280 agents.
sw | nw-ham-sw-prt-01 | ham | Cisco | Catalyst 9300 | Network Operations | Access switch in the print centre, feeds the two high volume printers and inserters.
st | nw-fra-sto-blk-01 | fra | Pure Storage | FlashArray X50 | Storage Team | All-flash block storage for production databases, synchronous copy to Munich. 71 % used after deduplication.
st | nw-muc-sto-blk-01 | muc | Pure Storage | FlashArray X50 | Storage Team | Mirror side of the active cluster pair; arbiter runs in Hamburg.
st | nw-fra-sto-blk-02 | fra | IBM | FlashSystem 7200 | Storage Team | Block storage of the AIX partitions, compression off for life administration volumes.
st | nw-fra-sto-nas-01 | fra | NetApp | AFF A400 | Storage Team | NFS and SMB filer: departmental shares, claim attachments, home drives. Snapshots every four hours.
st | nw-fra-sto-nas-02 | fra | NetApp | FAS2750 | Storage Team | SnapVault target with cheap disks, keeps snapshots for 90 days.
st | nw-muc-sto-worm-01 | muc | Dell EMC | Isilon A200 | Storage Team | WORM volume of the document archive, SmartLock compliance mode. Cannot be erased before retention ends.
st | nw-fra-sto-dd-01 | fra | Dell EMC | Data Domain DD6900 | Backup Team | Deduplication target of the nightly backup, replicates to Munich.
st | nw-muc-sto-dd-01 | muc | Dell EMC | Data Domain DD6900 | Backup Team | Off-site copy of all backups.
st | nw-fra-tape-01 | fra | IBM | TS4500 | Backup Team | Tape library with six LTO-8 drives, 900 slots. Holds yearly copies for legal retention.
st | nw-zrh-sto-nas-01 | zrh | NetApp | AFF A250 | Storage Team | Scratch space for projection results of the actuaries; deleted after 30 days unless pinned.
st | nw-fra-sto-obj-01 | fra | MinIO | 8-node cluster | Storage Team | S3 compatible object store for container images, logs and loss photos.
hw | nw-fra-hsm-01 | fra | Thales | payShield 10K | Cyber Defence | Payment hardware security module, key custodians hold smart cards in two safes.
hw | nw-fra-hsm-02 | fra | Thales | payShield 10K | Cyber Defence | Second payment HSM, same key set.
hw | nw-fra-ntp-01 | fra | Meinberg | LANTIME M300 | Network Operations | GPS time server; trading and logging rely on it.
hw | nw-fra-pwr-frame-01 | fra | IBM | Power S924 | UNIX Operations | POWER9 frame that carries the life administration and scheduler partitions. Lease ends in 14 months.
hw | nw-fra-pwr-frame-02 | fra | IBM | Power S822 | UNIX Operations | Older POWER8 frame for test partitions, spare parts from the second-hand market.
hw | nw-ham-prt-hv-01 | ham | Ricoh | Pro VC70000 | Workplace Services | Continuous feed colour printer for policies and annual statements.
hw | nw-ham-prt-hv-02 | ham | Ricoh | Pro VC60000 | Workplace Services | Continuous feed printer, spare capacity for the premium invoice run.
hw | nw-ham-vgw-01 | ham | AudioCodes | Mediant 4000 | Voice Services | Session border controller between SIP trunk and contact centre, 600 channels.
hw | nw-fra-fax-01 | fra | Ferrari | OfficeMaster Gate | Messaging | Fax gateway; doctors and courts still send faxes. 300 pages a day and falling.
lnx | nw-fra-dns-01 | fra | VMware | VMware Virtual Platform | Network Operations | Internal DNS resolver, BIND 9, also forwards to the directory zones.
lnx | nw-fra-dns-02 | fra | VMware | VMware Virtual Platform | Network Operations | Second resolver. Old statements in named.conf pin the addresses of an acquired company.
lnx | nw-fra-prx-01 | fra | VMware | VMware Virtual Platform | Network Security | Outbound web proxy with TLS inspection; servers reach the internet only through it.
lnx | nw-fra-prx-02 | fra | VMware | VMware Virtual Platform | Network Security | Squid proxy for unattended servers, allow list by destination.
lnx | nw-fra-sat-01 | fra | VMware | VMware Virtual Platform | UNIX Operations | Red Hat Satellite: patches, content views and host registration.
lnx | nw-fra-ans-01 | fra | VMware | VMware Virtual Platform | UNIX Operations | Ansible control node, playbooks for hardening and user management.
lnx | nw-fra-ipam-01 | fra | VMware | VMware Virtual Platform | Network Operations | Address management and DHCP for all sites.
lnx | nw-fra-rad-01 | fra | VMware | VMware Virtual Platform | Network Security | RADIUS server for wireless and switch port authentication, FreeRADIUS with client certificates.
win | NWFRAWSUS01 | fra | VMware | VMware Virtual Platform | Windows Operations | Software update point for 1,900 Windows machines, database on the same box.
win | NWFRAVCSA01 | fra | VMware | VMware Virtual Platform | Virtualization Team | Virtual centre management for Frankfurt and Munich clusters.
win | NWFRAKMS01 | fra | VMware | VMware Virtual Platform | Windows Operations | Key management host for Windows and Office activation. Tiny but everything nags when it is gone.
win | NWFRACTX01 | fra | VMware | VMware Virtual Platform | Workplace Services | Citrix delivery controller for published fat clients such as reinsurance accounting.
win | NWFRACTX02 | fra | VMware | VMware Virtual Platform | Workplace Services | Citrix session host, gold image from January.
win | NWHAMFAX01 | ham | VMware | VMware Virtual Platform | Messaging | Fax to mail software; nobody claims ownership.
"""

ESX_NOTES = ["Production cluster A, evacuated automatically in maintenance.", "Production cluster B, licensed for Oracle on these sockets only.",
             "DMZ cluster, separate management network.", "Test cluster with overcommitted memory, ratio 1:2.4.",
             "GPU host for model training.", "Old host without TPM, blocked from the next hypervisor release.",
             "Spare host kept for failover, usually empty.", "Host of the Citrix farm, affinity rules keep session hosts apart.",
             "Single host with local disks for the Zürich print and DNS machines.", "Host with failed fan, vendor call open.",
             "Carries the Windows database guests because licences are counted per core.", "Contact centre cluster with latency sensitivity set to high."]
K8S_NOTES = ["Control plane node with etcd on local flash.", "Worker for customer facing pods such as the self-service portal.",
             "Worker labelled for stateful sets, local volumes attached.", "Worker for batch and cron jobs, tainted.",
             "Ingress node, the only one reachable from the DMZ balancer.", "GPU worker for weekend training of fraud models.",
             "Worker of the test cluster, spot capacity for developers.", "Control plane node of the test cluster, single member by choice."]

# ---------------------------------------------------------------------------------------------
# Northwind, Branch Refresh: devices and machines in the branch offices.
# ---------------------------------------------------------------------------------------------
BRANCHES = [  # code, city, street-free location, trait
    ("ber", "Berlin", "Ground floor comms cupboard", "flagship branch with 34 advisers"),
    ("ham", "Hamburg", "2nd floor IT room", "branch next to the service centre"),
    ("muc", "München", "Basement comms room", "large branch in a listed building"),
    ("cgn", "Köln", "Comms room 1F", "branch with an event space for brokers"),
    ("dus", "Düsseldorf", "Back office cabinet", "corporate customers branch"),
    ("str", "Stuttgart", "Comms room 3F", "regional hub for the south-west"),
    ("lej", "Leipzig", "Rack room west wing", "branch that shares the floor with call agents"),
    ("drs", "Dresden", "Wall cabinet reception", "small branch, four advisers"),
    ("nue", "Nürnberg", "Comms room EG", "branch due to relocate in autumn"),
    ("bre", "Bremen", "Wall cabinet kitchen", "marine insurance desk"),
    ("zrh", "Zürich", "Comms room 4. OG", "Swiss country office"),
    ("gva", "Genève", "Local technique 1er étage", "French-speaking office"),
    ("vie", "Wien", "Technikraum 2. Stock", "Austrian country office"),
    ("gdn", "Gdańsk", "Serwerownia parter", "shared service centre for policy back office"),
    ("waw", "Warszawa", "Serwerownia 5p", "Polish sales office"),
    ("mal", "Málaga", "Cuarto técnico", "holiday home insurance office"),
]
# role | code | manufacturer | device type | platform | rack? | tags | descriptions ({c} city, {t} trait)
BRANCH_DEVICES = """
router | rtr | Cisco | ISR 1121 | cisco-iosxe | y | wan,refresh-2025
- WAN router of {c}, {t}. Main line fibre, LTE stick as backup.
- SD-WAN edge, two uplinks; policy sends voice over the cheaper line at night for no known reason.
- Terminates the MPLS line that is cancelled for {c}; keep until the internet tunnel is stable.
- Branch uplink 200 Mbit/s. Adviser video consultations fill it on Monday mornings.
- Edge router {c}. Serial console cable lies in the drawer below.
firewall | fw | Fortinet | FortiGate 60F | fortios | y | security
- Filters guest wifi and card terminals of the {c} office.
- Branch firewall with IPsec to Frankfurt, policy pushed from central manager.
- Local breakout for cloud services; {t}.
- Separates customer wifi, tills and adviser network. Firmware pinned until the VPN bug is fixed.
switch | sw | HPE Aruba | 6300M 48G PoE | arubaos-cx | y | poe,refresh-2025
- Access switch for desks and phones in {c}, 31 of 48 ports patched.
- PoE budget is tight since the new access points were hung up.
- Stack of two behind the reception; uplink on copper because fibre broke during refurbishment.
- Feeds adviser desks, badge reader and meeting rooms; {t}.
- Replaces an unmanaged switch found under a desk.
- Access layer. Port 24 goes to the neighbour tenant by mistake, clarify with landlord.
access-point | ap | HPE Aruba | AP-515 | arubaos | n | wifi
- Wireless for advisers and guests, ceiling of the customer area.
- Covers the waiting zone; channel fixed to 36 because of a radar nearby.
- Meeting room access point at {c}, tablets for e-signature depend on it.
- Corridor AP, weak signal in the corner office reported twice.
- Guest wifi with voucher, mounted above the coffee corner of the {c} branch.
printer | prt | Kyocera | ECOSYS M3655idn | - | n | print
- Multifunction printer, follow-me queue, scan to mail.
- Adviser printer in {c}; prints policy documents and receipts, toner ordered automatically.
- Back office copier with fax card that nobody uses any more.
- Colour device for brochures. Sends mail unauthenticated through the relay.
ups | ups | APC | Smart-UPS 1500 | - | y | power
- Battery backup for the cabinet, about 11 minutes runtime.
- UPS {c}; battery pack from 2019 is due.
- Keeps router and voice gateway alive during short outages; beeps at night, facility management complains.
voice-gateway | vgw | AudioCodes | Mediant 500L | - | y | voice
- Lift emergency call and fax lines hang on this gateway, do not switch off before the landlord moved them.
- Analogue gateway for door intercom and alarm dialler.
- Survivable branch telephony for {c} if the line to Hamburg is down.
kiosk | ksk | Elo Touch | EloPOS Z30 | windows-10-iot | n | customer-area
- Queue ticket terminal at the entrance, customers choose topic and language.
- Self-service kiosk: damage report, address change and printing of insurance certificates.
- Appointment check-in screen of {c}, talks to the queue server.
camera-recorder | nvr | Axis | S3008 | - | y | security,privacy
- Video recorder of the counter area, 72 hours retention by privacy rule.
- Records entrance and cash point of the {c} branch.
display | dsp | Samsung | QB55B | tizen | n | signage
- Window display with tariffs and weather warnings, content from the signage server.
- Advertising screen in the waiting area, powered off outside opening hours.
badge-controller | acs | dormakaba | 92 00 | - | n | physical-security
- Door controller for staff entrance and server room, works offline with cached badges.
- Opens the back door by badge; controller is reachable only inside the facility VLAN.
"""
# role | code | platform | vcpus | memory MB | disk GB | descriptions
BRANCH_VMS = """
domain-controller | DC | Windows Server 2019 | 2 | 8192 | 80
- Read-only domain controller for sign-in at {c} when the WAN is down.
- Local logon, DNS and DHCP of the branch. {t}.
- Site directory server; demote once cloud join of the notebooks is done.
file-server | FS | Windows Server 2016 | 2 | 8192 | 1200
- Branch file share with scanned proposals and photos, replicated to Frankfurt at night.
- Team folders of {c}. Mostly old brochures; three Access databases are still in use.
- Local cache of departmental shares, 900 GB of which 80 % are cold.
print-server | PS | Windows Server 2016 | 2 | 4096 | 120
- Print queues for multifunction printers and receipt printers in {c}.
- Local spooler, to be removed by direct cloud printing.
- Serves label and cheque printers that the central print service cannot drive.
queue-manager | QM | Ubuntu 22.04 | 2 | 4096 | 60
- Customer flow software: ticket numbers, waiting time statistics and the call display.
- Appointment and queue server for {c}, synchronises bookings with the web site.
software-cache | SC | Windows Server 2019 | 2 | 4096 | 400
- Distribution point for operating system images and patches, spares the thin line.
- Content cache; fills up before each feature update at {c}.
video-consulting | VC | Ubuntu 20.04 | 4 | 8192 | 100
- Media relay for video consultations with specialists in Frankfurt.
- Keeps video meetings local between {c} rooms; recordings are disabled.
monitoring-proxy | MP | Debian 12 | 1 | 2048 | 40
- Zabbix proxy, buffers measurements of branch devices when the WAN is lost.
- Collects SNMP and ping data in {c}, 14 days buffer.
signage | DS | Ubuntu 22.04 | 2 | 4096 | 80
- Plays advertising and weather alerts on window displays of the region.
- Signage content server; marketing uploads new clips on Fridays.
voice-survivability | VS | CentOS 7 | 2 | 4096 | 60
- Takes over phone registration for {c} if the contact centre cannot be reached.
- Local call control, CentOS is end of life, replaced with the new gateway.
"""

# ---------------------------------------------------------------------------------------------
# Harbor, Cloud Landing: infrastructure. class | name | site | os/platform | group | description | tags
# ---------------------------------------------------------------------------------------------
HARBOR_INFRA = """
Load Balancer | hbl-ham-lb-01 | ham | F5 BIG-IP 15.1 | Network Team | Primary balancer for the portal, EDI gateway and invoicing; client certificates of partners are checked here. | tier:network
Load Balancer | hbl-ham-lb-02 | ham | F5 BIG-IP 15.1 | Network Team | Standby of the Hamburg pair, last failover test in February. | tier:network
Load Balancer | hbl-rtm-lb-01 | rtm | HAProxy 2.8 | Network Team | Distributes customs and transport management sessions in Rotterdam, sticky by cookie. | tier:network
Load Balancer | hbl-wro-mqtt-lb-01 | wro | HAProxy 2.8 | Network Team | TCP balancer that keeps 5,000 long-lived connections from telematics units. | tier:network,protocol:mqtt
Firewall | hbl-ham-fw-01 | ham | FortiOS 7.2 | Network Team | Perimeter firewall head office, 1,100 rules, cleaned up last summer. | tier:network
Firewall | hbl-ham-fw-02 | ham | FortiOS 7.2 | Network Team | HA secondary of the perimeter firewall. | tier:network
Firewall | hbl-rtm-fw-01 | rtm | FortiOS 7.0 | Network Team | Guards the line to the port community system and the customs gateway. | tier:network
Firewall | hbl-ham-fw-ot-01 | ham | PAN-OS 10.2 | Network Team | Boundary between office network and warehouse automation, default deny with 40 allowed flows. | tier:network,zone:ot
Firewall | hbl-gdn-fw-01 | gdn | FortiOS 7.2 | Network Team | Gdańsk site firewall, tunnel to Hamburg and local internet breakout. | tier:network
Router | hbl-ham-rtr-01 | ham | IOS XE 17.6 | Network Team | SD-WAN hub router for all European sites. | tier:network
Router | hbl-rtm-rtr-01 | rtm | IOS XE 17.6 | Network Team | Second SD-WAN hub, port side; carrier with separate duct. | tier:network
Router | hbl-ham-rtr-er-01 | ham | Junos 22.4 | Network Team | Customer edge of the cloud private circuit, 2 x 10 Gbit/s, BGP up since May. | tier:network,wave:0
Router | hbl-wro-apn-rtr-01 | wro | IOS 15.9 | Network Team | Private mobile APN router: truck units and tablets enter the company network here. Out of support. | tier:network
Switch | hbl-ham-sw-core-01 | ham | NX-OS 9.3 | Network Team | Data centre core switch left side, 100 Gbit/s to the storage. | tier:network
Switch | hbl-ham-sw-core-02 | ham | NX-OS 9.3 | Network Team | Data centre core switch right side. | tier:network
Switch | hbl-rtm-sw-core-01 | rtm | EOS 4.28 | Network Team | Rotterdam server room core; spare power supply missing. | tier:network
Switch | hbl-ham-san-01 | ham | Fabric OS 9.0 | Platform Operations | Fibre channel switch fabric A for the database storage. | tier:storage
Switch | hbl-ham-san-02 | ham | Fabric OS 9.0 | Platform Operations | Fibre channel switch fabric B, shares an extension license with A. | tier:storage
Storage Array | hbl-ham-sto-01 | ham | HPE Primera 630 | Platform Operations | Block volumes for WMS and transport databases, mirrored to Rotterdam asynchronously. | tier:storage
Storage Array | hbl-rtm-sto-01 | rtm | HPE Primera 630 | Platform Operations | Replication target and local volumes of the Rotterdam clusters. | tier:storage
Storage Array | hbl-ham-nas-01 | ham | NetApp ONTAP 9.12 | Platform Operations | Filer for team folders, delivery photos and scan-to-folder shares, 96 TB. | tier:storage
Storage Array | hbl-zrh-worm-01 | zrh | Silent Cube | Workplace Team | Write-once archive storage for freight papers, certified for tax retention. | tier:storage,compliance:retention
Storage Array | hbl-ham-bkp-repo-01 | ham | Linux hardened repository | Platform Operations | Immutable backup repository, 380 TB XFS with reflinks, no remote login. | tier:storage
Storage Array | hbl-rtm-tape-01 | rtm | HPE MSL3040 | Platform Operations | LTO-9 tape library, monthly offline copy is carried to the bank. | tier:storage
Hypervisor | hbl-ham-esx-01 | ham | VMware ESXi 7.0 U3 | Platform Operations | Host in the general purpose cluster, 64 cores, 1 TB memory. | tier:compute
Hypervisor | hbl-ham-esx-02 | ham | VMware ESXi 7.0 U3 | Platform Operations | General purpose cluster, carries most Windows guests. | tier:compute
Hypervisor | hbl-ham-esx-03 | ham | VMware ESXi 7.0 U3 | Platform Operations | Reserved for Oracle guests to contain licence cost. | tier:compute,licence:oracle
Hypervisor | hbl-ham-esx-04 | ham | VMware ESXi 7.0 U3 | Platform Operations | Oracle guests, second socket pair. One memory module degraded. | tier:compute,licence:oracle
Hypervisor | hbl-rtm-esx-01 | rtm | VMware ESXi 7.0 U3 | Platform Operations | Rotterdam cluster with vSAN, customs and transport systems. | tier:compute
Hypervisor | hbl-rtm-esx-02 | rtm | VMware ESXi 7.0 U3 | Platform Operations | Rotterdam vSAN node two. | tier:compute
Hypervisor | hbl-wro-hyv-01 | wro | Hyper-V 2019 | Platform Operations | Two-node Hyper-V failover cluster for fleet systems, node A. | tier:compute
Hypervisor | hbl-wro-hyv-02 | wro | Hyper-V 2019 | Platform Operations | Node B of the Wrocław Hyper-V cluster, disks of mixed age. | tier:compute
Kubernetes Node | hbl-ham-k8s-cp-01 | ham | Rocky Linux 9.3 | DevOps Squad | Control plane, etcd member one. | cluster:prod-ham
Kubernetes Node | hbl-ham-k8s-cp-02 | ham | Rocky Linux 9.3 | DevOps Squad | Control plane, etcd member two; snapshots copied hourly. | cluster:prod-ham
Kubernetes Node | hbl-ham-k8s-cp-03 | ham | Rocky Linux 9.3 | DevOps Squad | Control plane, etcd member three. | cluster:prod-ham
Kubernetes Node | hbl-ham-k8s-wrk-01 | ham | Rocky Linux 9.3 | DevOps Squad | Worker for the track and trace portal and its notification service. | cluster:prod-ham
Kubernetes Node | hbl-ham-k8s-wrk-02 | ham | Rocky Linux 9.3 | DevOps Squad | General worker, 16 vCPU, portal and webhooks. | cluster:prod-ham
Kubernetes Node | hbl-ham-k8s-wrk-03 | ham | Rocky Linux 9.3 | DevOps Squad | Worker with local flash for the arrival time model. | cluster:prod-ham
Kubernetes Node | hbl-gdn-k8s-wrk-01 | gdn | Ubuntu 22.04 | DevOps Squad | Edge cluster in Gdańsk, consumes cold chain sensor messages near the source. | cluster:edge-gdn
Kubernetes Node | hbl-gdn-k8s-wrk-02 | gdn | Ubuntu 22.04 | DevOps Squad | Second edge node, takes the MQTT broker when the first is patched. | cluster:edge-gdn
Kubernetes Node | hbl-gdn-k8s-wrk-03 | gdn | Ubuntu 22.04 | DevOps Squad | Third edge node, arbiter and small batch jobs. | cluster:edge-gdn
AIX Server | hbl-ham-aix-erp01 | ham | AIX 7.2 TL5 | UNIX Contractors | Central instance of the finance ERP, LPAR with 12 virtual processors. Move needs the endian conversion. | tier:application
AIX Server | hbl-ham-aix-erp02 | ham | AIX 7.2 TL5 | UNIX Contractors | Dialog instance of the finance ERP, also runs the payment program to the banks. | tier:application
AIX Server | hbl-ham-aix-erpdb01 | ham | AIX 7.2 TL5 | UNIX Contractors | Db2 server of the ledger, 6 TB, HADR to the recovery partition. | tier:database
AIX Server | hbl-rtm-aix-erpdr | rtm | AIX 7.2 TL4 | UNIX Contractors | Recovery partition for the ERP, memory activated on demand. | tier:dr
AIX Server | hbl-ham-aix-erpt01 | ham | AIX 7.1 TL5 | UNIX Contractors | ERP test and quality system on one partition, end of support. | tier:application
Message Broker | hbl-gdn-mqtt-01 | gdn | EMQX 5.3 | Sensor Platform | MQTT broker for reefer and cool box loggers, 11,000 clients. | protocol:mqtt
Message Broker | hbl-wro-mqtt-01 | wro | EMQX 5.3 | Fleet Systems | Receives truck positions and CAN bus values by MQTT, devices authenticate with certificates. | protocol:mqtt
Message Broker | hbl-ham-rmq-01 | ham | RabbitMQ 3.11 | Integration Squad | Work queues of the EDI converter, mirrored on two disks. | protocol:amqp
Message Broker | hbl-rtm-mq-01 | rtm | IBM MQ 9.1 | Integration Squad | Queue manager for the port community link; the partner insists on MQ. | protocol:mq
Appliance | hbl-ham-tsp-01 | ham | Meinberg OS | Network Team | Time server for data centre and warehouse controllers. | tier:network
Appliance | hbl-ham-hsm-01 | ham | Utimaco CryptoServer | Directory & Access | Holds the keys for customs signatures and invoice seals. | compliance:customs
Appliance | hbl-ham-sbc-01 | ham | AudioCodes Mediant | Workplace Team | Session border controller for telephony of the dispatch offices. | tier:voice
Appliance | hbl-rtm-scan-01 | rtm | Kodak Scan Station | Workplace Team | Scan station for CMR waybills, drops PDF files on the filer. | tier:office
Web Server | hbl-ham-www-01 | ham | nginx 1.24 | Digital Products | Corporate web site and job board, content management behind login. | tier:web
Web Server | hbl-ham-dev-portal-01 | ham | nginx 1.24 | Digital Products | API documentation for customers who integrate tracking and booking. | tier:web
"""

# ---------------------------------------------------------------------------------------------
# Harbor, Warehouse OT
# ---------------------------------------------------------------------------------------------
WAREHOUSES = [("ham2", "Hamburg-Altenwerder", "Hamburg", "fashion returns"), ("rtm1", "Rotterdam Maasvlakte", "Rotterdam", "container cross-dock"),
              ("gdn1", "Gdańsk Deepwater", "Gdańsk", "frozen food"), ("muc3", "München Nord", "München", "car parts just in time"),
              ("lyo1", "Lyon Saint-Exupéry", "Lyon", "pharma"), ("zrh1", "Zürich Kloten", "Zürich", "air freight"),
              ("vlc1", "València Sur", "Valencia", "groceries")]
# class | code | how many | os or firmware | owner group | descriptions separated by new lines; {w} warehouse, {g} goods, {n} number
OT_TYPES = """
PLC | plc-cnv | 9 | SIMATIC S7-1500 V2.9 | Conveyor Maintenance
- Controls the inbound conveyor from dock doors 1 to 8; emergency stop circuit is hard wired.
- Drives merge and accumulation lanes in front of the sorter at {w}.
- Conveyor line {n}: photo eyes, motor starters, jam detection. Program last changed by the integrator, no source on site.
- Pallet lift between ground floor and mezzanine, shares the PROFINET ring with the wrapper.
- Empty tote return loop. Talks to the material flow server by telegram every 200 ms.
- Carton erector and lid closer; recipe change by the shift lead on the panel.
- Outbound spiral and loading telescopes, {g}.
- Legacy line {n} still on PROFIBUS, spare modules are bought second hand.
- Pallet conveyor with weighing station; overweight pallets are sent to the reject lane.
PLC | plc-crn | 8 | SIMATIC S7-400 V6 | ASRS Service
- Storage crane in aisle {n} of the high bay, 32 m mast, positioning by laser.
- Stacker crane controller, aisle {n}. Needs reference run after every power loss.
- Miniload crane for totes, double deep; slowed to 70 % because of a worn rail.
- Automated crane in the -24 °C aisle at {w}, heating of the cabinet is monitored.
Shuttle Controller | shc | 6 | Beckhoff TwinCAT 3.1 | ASRS Service
- Directs 24 shuttles on level {n}, wireless on a leaky feeder.
- Shuttle and lift coordination, sequence delivery to the goods-to-person stations.
- Level controller {n}; shuttles without battery charge are parked at the lift and block it.
Sorter Controller | srt | 5 | Vanderlande VISION 5 | Conveyor Maintenance
- Cross-belt sorter with 180 trays, assigns parcels to 64 chutes by barcode.
- Shoe sorter control, 7,000 cartons an hour at {w}; recirculation above 4 % triggers an alarm.
- Tilt tray sorter for {g}, encoder drift has to be compensated weekly.
AGV Controller | agv | 7 | KUKA.NavigationSolution 2.4 | AGV Team
- Automated guided vehicle {n}, carries pallets from wrapper to high bay.
- Tugger train without driver, stops at the line side supermarkets.
- Laser guided forklift {n}; loses its map when racks are rearranged.
- Underride robot for shelves, part of a swarm of 40 at {w}.
HMI Panel | hmi | 8 | Windows 10 IoT LTSC | Conveyor Maintenance
- Operator panel at the sorter induction, shows jams and throughput.
- Touch panel of the palletiser; shared operator login, no password.
- Control stand for shift lead: conveyor overview and start of the lines.
- Panel in the freezer lock, gloves mode, replaced twice because of condensation.
- Maintenance screen next to aisle {n}, alarm history of the cranes.
Barcode Scanner | scn | 10 | SICK CLV firmware 6.1 | Auto-ID Team
- Fixed scanner on the infeed, reads shipping labels from five sides.
- Camera based reader above the belt, also reads damaged codes and keeps an image for 24 hours.
- Omnidirectional scanner before the sorter at {w}; no-read rate rose after the label supplier changed.
- Pallet label verification at wrapper exit, compares SSCC with the host.
- Hand-over scanner at dock {n}, confirms loading of each parcel.
RFID Gate | rfid | 7 | Impinj R700 8.1 | Auto-ID Team
- RFID portal at dock door {n}, reads garment tags while hanging goods pass.
- Gate for returnable containers; counts crates of the car maker in and out.
- Tunnel reader for {g}, reads up to 400 tags in a carton.
- Antenna pair at the pharma cage, alarms if a tagged box leaves without booking.
Mobile Terminal Gateway | mtg | 5 | Ubuntu 20.04 | Mobility Team
- Telnet proxy for handheld and forklift terminals, keeps sessions when workers roam.
- Session server for 140 ring scanners and truck mounted terminals at {w}.
- Voice picking server: headsets talk pickers through the {g} area.
Forklift Terminal | flt | 8 | Android 11 | Mobility Team
- Terminal on reach truck {n}, display of transport orders and weight sensor.
- Forklift computer with drop detection; impact above limit locks the truck.
- Vehicle mount unit for freezer truck, heated screen.
- Counterbalance truck {n}, yard side, switches from wifi to LTE at the gate.
Temperature Gateway | tmp | 9 | LoRaWAN gateway 1.0.4 | Cold Chain Team
- Collects readings from 60 wireless sensors in the cold room and forwards them to cold chain monitoring.
- Frozen store gateway; alarm if a probe is warmer than -18 °C for ten minutes.
- Pharma zone 2 to 8 °C, calibrated probes, records are part of the GDP audit.
- Dock area gateway, shows how long goods stand outside the chilled zone at {w}.
- Humidity and temperature of the tobacco store, yearly calibration certificate.
Refrigeration Controller | ref | 6 | Danfoss AK-SM 850 | Facility Engineering
- Controls compressors and evaporators of the deep-freeze hall, ammonia plant.
- Chiller sequence for cool room {n}; defrost runs at 02:00 and must not coincide with picking.
- CO2 refrigeration rack, heat recovery warms the office floor.
Dock Door Controller | ddc | 6 | Hörmann 545 | Facility Engineering
- Leveller, door and traffic light of dock {n}; releases only when the truck is chocked.
- Dock {n} with inflatable seal for reefers, door stays shut until the trailer is cold.
- Interlock of door and leveller at {w}, status goes to yard scheduling.
Dimensioner | dim | 5 | Cubiscan 325 | Auto-ID Team
- Measures volume and weight of parcels for billing, calibrated and sealed.
- Pallet dimensioner at goods-in; result overwrites customer master data if it differs by 5 %.
- In-motion scale and light curtain, legal for trade until next year.
Label Printer | lbl | 7 | Zebra ZT620 Link-OS 6 | Auto-ID Team
- Print and apply station {n}, pallet labels on two sides.
- Shipping label printer at packing table {n}.
- Freezer proof label printer for {g}, special ribbon.
- Customs seal label printer, number range controlled by the declarations team.
Industrial Switch | isw | 9 | SCALANCE XC208 4.3 | OT Network Team
- Ring switch in the conveyor cabinet, media redundancy, fibre to both sides.
- Cell switch of high bay aisle {n}; untagged ports, everything in one broadcast domain.
- Field switch in the freezer at {w}, heated enclosure.
- Uplink between the automation cell and the distribution frame; firmware never updated.
- Unmanaged segment behind this switch holds two undocumented devices.
Wireless Access Point | wap | 6 | Cisco IW6300 | OT Network Team
- Rack aisle access point with directional antenna for forklifts.
- Outdoor access point on the light mast, yard trucks and gate kiosks.
- Radio cell for guided vehicles only, 5 GHz channel reserved.
OT Firewall | ofw | 4 | FortiGate Rugged 60F | OT Network Team
- Separates automation from the warehouse office network, 12 permitted flows.
- Remote maintenance entry for machine builders, opened by key switch at the shift desk.
- Zone firewall between safety controllers and conveyor network in {w}.
Safety Controller | saf | 4 | Pilz PNOZmulti 2 | Conveyor Maintenance
- Safety relay for fences, light curtains and emergency stops of the palletiser cell.
- Personnel detection at crane aisle entrances, safe torque off.
- Guard locking of robot cell {n}, acceptance record in the binder.
Camera | cam | 6 | AXIS P1468 11.5 | Site Security
- Number plate camera at the truck gate, opens the barrier for booked vehicles.
- Watches the high-value cage with alcohol and electronics.
- Loading proof camera over dock {n}, keeps pictures 30 days for damage claims.
- Fire early detection by thermal image above battery charging at {w}.
Energy Meter | emt | 4 | Janitza UMG 604 | Facility Engineering
- Measures consumption of the conveyor system, feeds ISO 50001 report.
- Main meter of the transformer; peak load shedding pauses the chargers.
- Solar roof meter, readings every 15 minutes.
Battery Charger | bch | 3 | Fronius Selectiva 4.0 | Facility Engineering
- Charging station for reach trucks, 24 places, lithium and lead mixed.
- Opportunity charger for guided vehicles at the end of aisle {n}.
Fire Alarm Panel | fap | 3 | Esser FlexES | Site Security
- Fire alarm centre with aspirating detectors in the high bay, line to the fire brigade.
- Sprinkler pump monitoring, weekly test run reported here.
Edge Gateway | egw | 5 | Siemens Industrial Edge 1.16 | Automation IT
- OPC UA gateway, reads line states from controllers and publishes MQTT to the event backbone.
- Protocol converter Modbus to MQTT for chillers and meters at {w}.
- Edge device with vibration analysis of sorter motors, predicts bearing damage.
- Gathers machine hours for preventive maintenance, buffers a week offline.
"""
OT_REMARKS = ["No remote access; integrator must come on site.", "Spare unit on the shelf in the workshop.",
              "Cannot be patched while the line runs.", "Stays on site in any migration scenario.",
              "Default password found in the last assessment.", "Vendor support ends this year.",
              "Address is fixed in the controller program.", "Needs layer 2 reach to the material flow server.",
              "Runs in three shifts, window only on Sunday afternoon.", "Backup of the program on the engineering station.",
              "Clock drifts because no time server is configured.", "Replacement ordered, delivery in autumn."]

# Some descriptions only make sense in some warehouses.
OT_SITES = [("pharma", ("lyo1",)), ("freez|frozen|-24|-18|deep-freeze|ammonia", ("gdn1", "vlc1")), ("garment", ("ham2",)), ("car maker|line side", ("muc3",)),
            ("tobacco|alcohol", ("vlc1",)), ("customs", ("rtm1", "zrh1")), ("cold|cool|chill|reefer|CO2", ("gdn1", "lyo1", "vlc1"))]

# app code | title | OS | cores | RAM MB | function tag | software tag | wave | how many sites | nodes
OT_SERVERS = """
wcs | Warehouse Control System | Microsoft Windows Server 2016 | 8 | 32768 | conveyor and crane dispatching | SAP EWM MFS | 3 | 7 | 2
mfs | Material Flow Server | Red Hat Enterprise Linux 7 | 8 | 16384 | routing telegrams between controllers and stock system | Java 8 | 3 | 5 | 1
scd | SCADA Visualisation | Microsoft Windows Server 2012 R2 | 4 | 16384 | plant overview and alarm display | WinCC 7.4 | retain | 7 | 1
hst | Process Historian | Microsoft Windows Server 2019 | 8 | 65536 | machine data history and throughput trends | AVEVA PI | 2 | 4 | 1
agv | AGV Fleet Manager | Ubuntu Linux 20.04 | 8 | 16384 | guided vehicle traffic and charging | KUKA fleet | retain | 4 | 1
ptl | Pick-to-Light | Microsoft Windows Server 2012 R2 | 2 | 8192 | light guided order picking | Pick-by-Light 5 | 3 | 5 | 1
vpk | Voice Picking | CentOS 7 | 4 | 8192 | spoken pick dialogue | Vocollect VoiceConsole | 2 | 4 | 1
lbl | Label Printing | Microsoft Windows Server 2016 | 4 | 8192 | pallet and parcel label output | BarTender 2021 | 2 | 7 | 1
cam | Video Recording | Microsoft Windows Server 2019 | 8 | 32768 | loading proof and gate cameras | Milestone XProtect | retain | 6 | 1
acc | Access Control | Microsoft Windows Server 2016 | 2 | 8192 | badges, turnstiles and driver registration | dormakaba exos | 2 | 5 | 1
bms | Building Management | Microsoft Windows Server 2012 R2 | 4 | 8192 | heating, lighting and smoke vents | Desigo CC | retain | 5 | 1
cld | Cold Store Supervision | Microsoft Windows Server 2019 | 4 | 16384 | temperature alarms and audit records | Danfoss front end | 2 | 3 | 1
eng | Engineering Station | Microsoft Windows 10 Enterprise LTSC | 8 | 32768 | controller programs and backups | TIA Portal V17 | retain | 7 | 1
ops | OPC UA Aggregation | Rocky Linux 9 | 4 | 8192 | machine states for the event backbone | open62541 | 1 | 5 | 1
jmp | OT Jump Host | Microsoft Windows Server 2022 | 4 | 8192 | supplier remote maintenance | Guacamole | 1 | 6 | 1
dim | Dimension and Weight | Microsoft Windows Server 2016 | 2 | 4096 | parcel volume for billing | Cubiscan Qbit | 2 | 4 | 1
rep | Local Data Replica | SUSE Linux Enterprise Server 12 SP5 | 4 | 16384 | stock copy for offline operation | PostgreSQL 12 | 3 | 5 | 1
"""

# ---------------------------------------------------------------------------------------------
# Helpers
# ---------------------------------------------------------------------------------------------
Service = collections.namedtuple(
    "Service", "code title dept group site os db nodes envs software needs does data facts moves interfaces")


def parse_services(text):
    services = []
    for line in text.strip().splitlines():
        mark, rest = line[0], line[1:].strip()
        if mark == "@":
            f = [p.strip() for p in rest.split("|")]
            services.append(Service(*f[:7], int(f[7]), f[8], f[9],
                                    [n for n in f[10].split(",") if n != "-"], [], [], [], [], []))
        elif mark == "i":
            services[-1].interfaces.append(tuple(p.strip() for p in rest.split("|")))
        else:
            {">": services[-1].does, "=": services[-1].data, "+": services[-1].facts, "~": services[-1].moves}[
                mark].append(rest)
    return services


def rows_of(text):
    return [[p.strip() for p in line.split("|")] for line in text.strip().splitlines()]


def typed_blocks(text):
    """A header line of fields, followed by '- description' lines."""
    blocks = []
    for line in text.strip().splitlines():
        if line.startswith("- "):
            blocks[-1][1].append(line[2:])
        else:
            blocks.append(([p.strip() for p in line.split("|")], []))
    return blocks


def md5(key):
    return hashlib.md5(key.encode("utf-8")).hexdigest()


def upper_first(text):
    return text[:1].upper() + text[1:]


class Addresses:
    """Hands out documentation addresses, each once per engagement."""

    def __init__(self):
        self.free = [str(a) for net in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24")
                     for a in list(ipaddress.ip_network(net).hosts())[9:]]
        self.free.reverse()
        self.count = 0

    def v4(self):
        return self.free.pop()

    def v6(self):
        self.count += 1
        return str(ipaddress.ip_address("2001:db8:%x::%x" % (0x10 + self.count // 64, 0x100 + self.count)))


class Cycle:
    """Draws from a list in shuffled order and starts over only when it is used up."""

    def __init__(self, rng, items):
        self.rng, self.items, self.left = rng, list(items), []

    def next(self):
        if not self.left:
            self.left = list(self.items)
            self.rng.shuffle(self.left)
        return self.left.pop()


def mac(key):
    h = md5("mac:" + key)
    return ":".join(["02"] + [h[i:i + 2].upper() for i in range(0, 10, 2)])


def serial(key, vendor):
    h = md5("serial:" + key).upper()
    if vendor.startswith("VMware"):
        low = h.lower()
        pairs = [low[i:i + 2] for i in range(0, 32, 2)]
        return "VMware-42 " + " ".join(pairs[1:8]) + "-" + " ".join(pairs[8:])
    if vendor in ("Cisco", "Arista"):
        return "FDO" + str(2100 + int(h[:2], 16)) + h[2:6]
    return vendor[:2].upper().replace(" ", "X") + h[:9]


def stamp(rng, first_year, last_year):
    return "%04d-%02d-%02d %02d:%02d:%02d" % (rng.randint(first_year, last_year), rng.randint(1, 12), rng.randint(1, 28),
                                              rng.randint(0, 23), rng.randint(0, 59), rng.randint(0, 59))


class Writer:
    """Turns service facts into the uneven prose of a real CMDB. One instance per engagement."""

    APP = ["{Title}: {does}.", "{Title} {does}.", "Business application that {does}.", "{software}. {Does}.",
           "{Does}. Owner: {dept}."]
    NODE = ["Application server of {title}, which {does}.", "{software} node {n} for {title}.", "{title} app tier, node {n}. {Does}.",
            "{Title} on {software}: {does}.", "Server for {title} ({env}); {does}.", "Hosts {title}, used by {dept}."]
    DB = ["{dbname} database with {data}.", "Holds {data} for {title}.", "{env} database of {title}: {data}.",
          "Data store of {title} ({dbname} {dbver}), keeps {data}."]
    DBHOST = ["{dbname} server behind {title}.", "Database machine for {title}; stores {data}.",
              "Dedicated {dbname} host, instance {inst}, {title}.", "{title} database server {n}, {dbname} {dbver}."]
    TERSE = ["{code} {kind} {env3}", "{title} {env3} {kind} #{n}", "{env3} {kind} {n} - {title}, see wiki", "{kind} srv {n} {title}, ask {group}"]

    def __init__(self, rng):
        self.rng, self.pools, self.seen = rng, {}, set()

    def draw(self, key, items):
        if not items:
            return ""
        if key not in self.pools:
            self.pools[key] = Cycle(self.rng, items)
        return self.pools[key].next()

    def values(self, s, env, n, kind, **more):
        does = self.draw((s.code, "does"), s.does)
        v = dict(title=s.title, Title=upper_first(s.title), does=does, Does=upper_first(does), dept=s.dept, software=s.software,
                 n=n, code=s.code.upper(), kind=kind, env=ENV[env][1].lower(), env3=ENV[env][0].upper(), group=s.group,
                 data=self.draw((s.code, "data"), s.data), dbname=DB_NAME.get(s.db, ""), dbver="", inst="")
        v.update(more)
        return v

    def describe(self, s, env, n, kind, templates, component, **more):
        """Returns (description, comment). Tries again when a sentence repeats."""
        for _ in range(12):
            text = self._one(s, env, n, kind, templates, component, more)
            if not text or text not in self.seen:
                break
        self.seen.add(text)
        return text

    def _one(self, s, env, n, kind, templates, component, more):
        rng = self.rng
        dice = rng.random()
        if dice < 0.11 and kind != "app":
            return ""
        v = self.values(s, env, n, kind, **more)
        if dice < 0.18 and kind != "app":
            return rng.choice(self.TERSE).format(**v)
        parts = [upper_first(self.draw(("template", kind), templates).format(**v)).replace("SQL Server server", "SQL Server host")]
        special = {"t": TEST_FACTS, "d": DEV_FACTS, "r": DR_FACTS}
        if env in special:
            if v["env"] not in parts[0].lower() and rng.random() < 0.5:
                parts[0] = upper_first({"t": "test", "d": "development", "r": "recovery"}[env]) + " system. " + parts[0]
            parts.append(self.draw(("env", env), special[env]))
            if component not in DB_NAME and rng.random() < 0.25:
                parts.append(self.draw(("component", component), COMPONENT_FACTS.get(component, [])))
        else:
            if n > 1 and rng.random() < 0.35:
                parts = ["Same build as node 1 of %s." % s.title]
            if rng.random() < 0.75:
                parts.append(self.draw((s.code, "fact"), s.facts))
            if rng.random() < 0.4:
                parts.append(self.draw(("component", component), COMPONENT_FACTS.get(component, [])))
            elif rng.random() < 0.4:
                parts.append(self.draw((s.code, "move"), s.moves))
        return " ".join(p for p in parts if p)


def csv_text(header, rows, eol="\n"):
    out = io.StringIO()
    w = csv.writer(out, lineterminator=eol)
    w.writerow(header)
    for r in rows:
        w.writerow([r[h] for h in header] if isinstance(r, dict) else r)
    return out.getvalue()


# ---------------------------------------------------------------------------------------------
# Northwind / Core Platform Exit
# ---------------------------------------------------------------------------------------------
SN_HEADER = ("sys_id,name,host_name,fqdn,ip_address,mac_address,serial_number,asset_tag,sys_class_name,category,subcategory,"
             "short_description,os,os_version,cpu_count,cpu_core_count,cpu_name,ram,disk_space,virtual,manufacturer,model_id,"
             "used_for,classification,install_status,operational_status,location,department,support_group,discovery_source,"
             "first_discovered,last_discovered,comments").split(",")
SN_OS = {"lin": [("Linux Red Hat", "7.9"), ("Linux Red Hat", "8.8"), ("Linux Red Hat", "9.2"), ("Linux SUSE", "12 SP5"), ("Linux SUSE", "15 SP4")],
         "win": [("Windows 2012 R2 Standard", "6.3.9600"), ("Windows 2016 Standard", "10.0.14393"), ("Windows 2019 Standard", "10.0.17763"),
                 ("Windows 2022 Datacenter", "10.0.20348")],
         "aix": [("AIX", "7.1 TL5 SP9"), ("AIX", "7.2 TL5 SP4")]}
SN_DB_CLASS = {"ora": "cmdb_ci_db_ora_instance", "sql": "cmdb_ci_db_mssql_instance", "pg": "cmdb_ci_db_postgresql_instance",
               "db2": "cmdb_ci_db_db2_instance", "mon": "cmdb_ci_db_mongodb_instance"}
SN_SERVER_CLASS = {"lin": "cmdb_ci_linux_server", "win": "cmdb_ci_win_server", "aix": "cmdb_ci_aix_server"}
SN_COMMENTS = ["Decom requested, waiting for sign-off of the business owner.", "Memory doubled by change in spring.", "Assessment interview done.",
               "Owner unclear since the reorganisation.", "7R proposal: rehost.", "7R proposal: replatform.", "7R proposal: retire after archive export.",
               "7R proposal: retain.", "Duplicate suspected, compare serial numbers.", "Wave 2, depends on network cutover.", "Wave 3.", "Wave 4, freeze applies.",
               "Discovered by scan, details entered by hand.", "Licence review pending.", "Maintenance contract until end of next year.",
               "Snapshot older than 60 days seen.", "Right-sizing report recommends half the cores.", "No successful backup in the last report."]

SN_PLAIN_COMMENTS = ["Maintenance contract until end of next year.", "Details entered by hand.", "Owner unclear since the reorganisation.",
                     "Assessment interview done.", "Duplicate suspected, compare serial numbers.", "Cost centre to be confirmed."]


def northwind_core(rng):
    services = parse_services(NORTHWIND_SERVICES)
    addr, writer, comments = Addresses(), Writer(rng), Cycle(rng, SN_COMMENTS)
    plain_comments = Cycle(rng, SN_PLAIN_COMMENTS)
    rows, relations, names, counters = [], [], set(), collections.Counter()
    app_of, ram_no = {}, [0]

    def ram(mb):
        ram_no[0] += 1
        return format(mb, ",") if ram_no[0] % 3 == 0 else str(mb)

    def add(cls, name, description, **kw):
        assert name not in names, name
        names.add(name)
        row = dict.fromkeys(SN_HEADER, "")
        row.update(sys_id=md5("northwind/core-exit/" + name), name=name, sys_class_name=cls, short_description=description,
                   install_status="1", operational_status="1")
        row.update(kw)
        if not row["comments"] and rng.random() < 0.3:
            row["comments"] = (comments if cls in SN_SERVER_CLASS.values() or cls in SN_DB_CLASS.values() else plain_comments).next()
        if row["discovery_source"]:
            row["first_discovered"] = stamp(rng, 2016, 2022)
            row["last_discovered"] = stamp(rng, 2024, 2024)
        if rng.random() < 0.05:
            row["support_group"] = ""
        rows.append(row)
        return name

    def relate(parent, kind, child):
        relations.append((parent, child, kind))

    def host_name(os, site, code, env):
        if os == "win":
            base = "NW%s%s%s" % (site.upper(), code.upper(), {"p": "P", "t": "T", "d": "D", "r": "R"}[env])
            counters[base] += 1
            return "%s%02d" % (base, counters[base])
        base = "nw-%s-%s-%s" % (site, code, ENV[env][0])
        counters[base] += 1
        return "%s-%02d" % (base, counters[base])

    def server(os, s, env, code, description, cores, mem, disk, virtual=True):
        site = "muc" if env == "r" and s.site == "fra" else s.site
        name = host_name(os, site, code, env)
        osname, osver = rng.choice(SN_OS[os])
        vendor, model = ("VMware", "VMware Virtual Platform") if virtual else rng.choice(
            [("HPE", "ProLiant DL380 Gen10"), ("Dell", "PowerEdge R750"), ("Lenovo", "ThinkSystem SR650")])
        if os == "aix":
            vendor, model, virtual = "IBM", "LPAR on Power S924", True
        addresses = addr.v4()
        return add(SN_SERVER_CLASS[os], name, description, host_name=name.lower(), fqdn=name.lower() + ".northwind.example",
                   ip_address=addresses, mac_address=mac(name), serial_number=serial(name, vendor),
                   asset_tag="NWI-%06d" % (100000 + len(rows) * 7), category="Hardware", subcategory="Server", os=osname, os_version=osver,
                   cpu_count=str(max(1, cores // 8)), cpu_core_count=str(cores),
                   cpu_name="POWER9" if os == "aix" else rng.choice(["Intel Xeon Gold 6248R", "Intel Xeon Gold 5218", "AMD EPYC 7543", "Intel Xeon Silver 4214"]),
                   ram=ram(mem), disk_space=str(disk), virtual="true" if virtual else "false", manufacturer=vendor, model_id=model,
                   used_for=ENV[env][1], classification=ENV[env][1], operational_status="4" if env == "r" else "1",
                   location=NW_ROOM[site], department=s.dept, support_group={"lin": "UNIX Operations", "win": "Windows Operations", "aix": "UNIX Operations"}[os],
                   discovery_source="ServiceNow" if rng.random() < 0.85 else "ImportSet"), site

    # infrastructure that services run on
    esx, k8s = [], []
    for i, note in enumerate(ESX_NOTES, 1):
        site = ["fra", "fra", "muc", "fra", "fra", "fra", "muc", "fra", "zrh", "muc", "fra", "ham"][i - 1]
        name = "nw-%s-esx-%02d" % (site, i)
        esx.append((site, add("cmdb_ci_esx_server", name, note, host_name=name, fqdn=name + ".mgmt.northwind.example", ip_address=addr.v4(),
                              mac_address=mac(name), serial_number=serial(name, "HPE"), asset_tag="NWI-%06d" % (900000 + i), category="Hardware",
                              subcategory="Hypervisor", os="VMware ESXi", os_version=["6.7 U3", "7.0 U3", "8.0 U1"][i % 3], cpu_count="2",
                              cpu_core_count="48", cpu_name="Intel Xeon Gold 6248R", ram=ram(786432), disk_space="240", virtual="false",
                              manufacturer="HPE", model_id="ProLiant DL380 Gen10", used_for="Production", classification="Production",
                              location=NW_ROOM[site], department="IT Operations", support_group="Virtualization Team", discovery_source="ServiceNow")))
    for i, note in enumerate(K8S_NOTES, 1):
        env = "t" if "test" in note else "p"
        name = "nw-muc-k8s-%s-%02d" % (ENV[env][0], i)
        k8s.append((env, add("cmdb_ci_kubernetes_node", name, note, host_name=name, fqdn=name + ".northwind.example", ip_address=addr.v4() + "," + addr.v6(),
                             mac_address=mac(name), category="Software", subcategory="Container Platform", os="Linux Red Hat", os_version="CoreOS 4.12",
                             cpu_count="2", cpu_core_count="16", ram=ram(65536), disk_space="300", virtual="true", manufacturer="VMware",
                             serial_number=serial(name, "VMware"), model_id="VMware Virtual Platform", used_for=ENV[env][1], classification=ENV[env][1],
                             location=NW_ROOM["muc"], department="Software Engineering", support_group="DevOps Enablement", discovery_source="ServiceNow")))
        relate(name, "Runs on::Runs", esx[2 if env == "p" else 6][1])

    shared_db = {}   # (db, env) -> [host, free places]

    def database(s, env):
        """An instance and the machine it runs on; test and development share machines."""
        inst = "%s%s%s" % ("NW" if s.db != "pg" else "", s.code.upper(), {"p": "P", "t": "T", "d": "D", "r": "S"}[env])
        inst = inst.lower() if s.db in ("pg", "mon") else inst
        ver = rng.choice(DB_VERSIONS[s.db])
        os = "win" if s.db == "sql" else "aix" if s.db == "db2" and s.os == "aix" else "lin"
        if env in "td":
            host, free = shared_db.get((s.db, os, env), (None, 0))
            if not free:
                text = "Shared %s %s host, several schemas of different business lines. %s" % (
                    ENV[env][1].lower(), DB_NAME[s.db], writer.draw(("env", env), TEST_FACTS if env == "t" else DEV_FACTS))
                host, _ = server(os, s, env, {"sql": "SQL", "mon": "mdb"}.get(s.db, s.db), text, 8, 65536, 2000)
                free = 5
            shared_db[(s.db, os, env)] = (host, free - 1)
        else:
            host = None
            for n in range(1, 3 if env == "p" and s.nodes >= 3 and s.db in ("ora", "sql", "pg") else 2):
                text = writer.describe(s, env, n, "DB", Writer.DBHOST, s.db, dbver=ver, inst=inst)
                made, _ = server(os, s, env, {"sql": "SQL", "mon": "mdb"}.get(s.db, s.db), text, rng.choice([8, 16, 24]),
                                 rng.choice([65536, 131072, 262144]), rng.choice([800, 1500, 4000, 12000]), virtual=rng.random() < 0.55)
                host = host or made
        name = "%s@%s" % (inst, host)
        add(SN_DB_CLASS[s.db], name, writer.describe(s, env, 1, "database", Writer.DB, s.db, dbver=ver, inst=inst), host_name=host.lower(),
            category="Software", subcategory="Database", os="", os_version="", manufacturer={"ora": "Oracle", "sql": "Microsoft", "pg": "PostgreSQL",
                                                                                            "db2": "IBM", "mon": "MongoDB"}[s.db],
            model_id="%s %s" % (DB_NAME[s.db], ver), used_for=ENV[env][1], location=NW_ROOM["muc" if env == "r" and s.site == "fra" else s.site], department=s.dept,
            support_group="Database Services", disk_space=str(rng.choice([40, 120, 350, 900, 2600])), discovery_source="ServiceNow",
            operational_status="4" if env == "r" else "1")
        relate(name, "Runs on::Runs", host)
        return name

    for s in services:
        for env in s.envs:
            app = None
            if env == "p" or (env == "t" and s.nodes >= 2 and len(s.envs) > 2) or s.os == "k8s":
                text = writer.describe(s, env, 1, "app", Writer.APP, "k8s" if s.os == "k8s" else "app")
                app = add("cmdb_ci_appl", "%s %s" % (s.title, ENV[env][0].upper()), text,
                          category="Software", subcategory="Business application", manufacturer="In-house" if "Spring" in s.software or "Go " in s.software else "",
                          model_id=s.software, used_for=ENV[env][1], location=NW_ROOM[s.site], department=s.dept, support_group=s.group,
                          discovery_source="Manual Entry", comments=s.moves[0] if env == "p" and s.moves[0] not in text else "")
                app_of[(s.code, env)] = app
            hosts = []
            if s.os != "k8s":
                count = {"p": s.nodes, "t": 1, "d": 1, "r": 1}[env]
                for n in range(1, count + 1):
                    text = writer.describe(s, env, n, "srv", Writer.NODE, s.os)
                    hosts.append(server(s.os, s, env, s.code, text, rng.choice([2, 4, 4, 8]) * (2 if env == "p" else 1),
                                        rng.choice([8192, 16384, 16384, 32768]), rng.choice([80, 120, 200, 400]))[0])
                for h in hosts:
                    cluster = [e for site, e in esx if site == s.site] or [esx[0][1]]
                    if s.os != "aix":
                        relate(h, "Runs on::Runs", cluster[int(md5(h), 16) % len(cluster)])
                    else:
                        relate(h, "Runs on::Runs", "nw-fra-pwr-frame-01" if env in "pr" else "nw-fra-pwr-frame-02")
            else:
                hosts = [n for e, n in k8s if e == ("p" if env == "p" else "t")][-3:]
            db = database(s, env) if s.db in DB_NAME else None
            if app:
                for h in hosts:
                    relate(app, "Runs on::Runs", h)
                if db:
                    relate(app, "Depends on::Used by", db)
            elif db:
                for h in hosts:
                    relate(h, "Depends on::Used by", db)
            if env == "p" and s.nodes > 1 and s.os != "k8s" and s.site in ("fra", "ham", "muc"):
                lb = {"fra": "nw-fra-lb-prd-01", "ham": "nw-ham-lb-prd-01", "muc": "nw-muc-lb-dmz-01"}[s.site]
                for h in hosts:
                    relate(lb, "Connects to::Connected by", h)
    for s in services:
        for env in s.envs:
            for need in s.needs:
                if (s.code, env) in app_of and (need, env) in app_of:
                    relate(app_of[(s.code, env)], "Depends on::Used by", app_of[(need, env)])

    kinds = {"lb": ("cmdb_ci_lb", "Load Balancer"), "fw": ("cmdb_ci_ip_firewall", "Firewall"), "rt": ("cmdb_ci_ip_router", "Router"),
             "sw": ("cmdb_ci_ip_switch", "Switch"), "st": ("cmdb_ci_storage_server", "Storage"), "hw": ("cmdb_ci_hardware", "Appliance"),
             "lnx": ("cmdb_ci_linux_server", "Server"), "win": ("cmdb_ci_win_server", "Server")}
    for kind, name, site, vendor, model, group, text in rows_of(NORTHWIND_INFRA):
        cls, sub = kinds[kind]
        extra = {}
        if kind in ("lnx", "win"):
            osname, osver = rng.choice(SN_OS["lin" if kind == "lnx" else "win"])
            extra = dict(os=osname, os_version=osver, cpu_count="1", cpu_core_count="4", ram=ram(8192), disk_space="120", virtual="true",
                         classification="Production", cpu_name="Intel Xeon Gold 5218")
            relate(name, "Runs on::Runs", esx[0][1])
        elif kind == "st":
            extra = dict(disk_space=str(rng.choice([60, 120, 240, 480]) * 1000), virtual="false")
        test = "-tst-" in name
        add(cls, name, text, host_name=name.lower(), fqdn=name.lower() + ".mgmt.northwind.example", ip_address=addr.v4(), mac_address=mac(name),
            serial_number=serial(name, vendor), asset_tag="NWI-%06d" % (500000 + len(rows)), category="Hardware", subcategory=sub,
            manufacturer=vendor, model_id=model, used_for="Test" if test else "Production", location=NW_ROOM[site], department="IT Operations",
            support_group=group, discovery_source="ServiceNow", install_status="4" if "not yet patched" in text else "1",
            operational_status="2" if "not yet patched" in text else "1", **extra)
    for a, b in [("nw-fra-lb-prd-01", "nw-fra-sw-core-01"), ("nw-fra-lb-prd-02", "nw-fra-sw-core-02"), ("nw-fra-fw-edge-01", "nw-fra-rtr-wan-01"),
                 ("nw-fra-fw-edge-02", "nw-fra-rtr-wan-02"), ("nw-fra-fw-pci-01", "nw-fra-rtr-bank-01"), ("nw-muc-lb-dmz-01", "nw-muc-fw-edge-01"),
                 ("nw-fra-sw-leaf-01", "nw-fra-sw-core-01"), ("nw-fra-sw-leaf-02", "nw-fra-sw-core-02"), ("nw-fra-sw-leaf-03", "nw-fra-sw-core-01"),
                 ("nw-fra-sw-leaf-04", "nw-fra-sw-core-02"), ("nw-fra-sto-blk-01", "nw-fra-san-01"), ("nw-fra-sto-blk-02", "nw-fra-san-02"),
                 ("nw-fra-sto-blk-01", "nw-muc-sto-blk-01"), ("nw-fra-sto-dd-01", "nw-muc-sto-dd-01"), ("nw-fra-rtr-wan-01", "nw-muc-rtr-wan-01"),
                 ("nw-fra-rtr-wan-01", "nw-zrh-rtr-wan-01"), ("nw-fra-rtr-wan-01", "nw-ham-rtr-wan-01"), ("nw-ham-vgw-01", "nw-ham-sw-core-01"),
                 ("nw-ham-prt-hv-01", "nw-ham-sw-prt-01"), ("nw-ham-prt-hv-02", "nw-ham-sw-prt-01"), ("nw-zrh-sto-nas-01", "nw-zrh-sw-core-01")]:
        relate(a, "Connects to::Connected by", b)
    for app, thing in [("pay", "nw-fra-hsm-01"), ("pay", "nw-fra-hsm-02"), ("doc", "nw-muc-sto-worm-01"), ("bkp", "nw-fra-sto-dd-01"), ("bkp", "nw-fra-tape-01"),
                       ("fil", "nw-fra-sto-nas-01"), ("act", "nw-zrh-sto-nas-01"), ("out", "nw-ham-prt-hv-01"), ("cti", "nw-ham-vgw-01")]:
        relate(app_of[(app, "p")], "Depends on::Used by", thing)
    # a real CMDB has retired and broken entries
    copies = [row["sys_id"] for row in rows if row["used_for"] in ("Test", "Development") and row["sys_class_name"] in SN_SERVER_CLASS.values()
              and "Shared" not in row["short_description"]]
    for i, row in enumerate(rows):
        if row["sys_id"] in copies[5::11]:
            row["install_status"], row["operational_status"] = "7", "6"
            row["comments"] = "Retired, still answers to ping."
        elif i % 97 == 40:
            row["install_status"], row["operational_status"] = "3", "3"
    relations = list(dict.fromkeys(relations))
    return rows, relations


# ---------------------------------------------------------------------------------------------
# Northwind / Branch Refresh
# ---------------------------------------------------------------------------------------------
NB_DEVICE_HEADER = ("name,role,tenant,manufacturer,device_type,platform,serial,asset_tag,status,site,location,rack,position,"
                    "description,comments,tags").split(",")
NB_VM_HEADER = "name,role,status,site,cluster,device,platform,vcpus,memory,disk,description,serial,tenant,comments,tags".split(",")
BRANCH_REMARKS = ["Lease ends {m} 2026.", "Swap during the {c} refresh weekend in {m}.", "Landlord access only with two days notice.",
                  "Config backup from {m}.", "Photo of the cabinet in the site folder {c}.", "Replaced under warranty in {m} 2023.",
                  "Not found during the {c} walk-through.", "Label on the case is wrong.", "Cable documentation missing.", "Keep one more year.",
                  "Delivered with the {m} batch.", "Local contact is the {c} branch office."]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "September", "October", "November"]
# How many of each device a branch has: first figure for the larger half of the branches, second for the smaller.
BRANCH_COUNTS = {"router": (2, 1), "firewall": (1, 1), "switch": (2, 1), "access-point": (1, 1), "printer": (1, 1), "ups": (1, 0), "voice-gateway": (1, 0),
                 "kiosk": (1, 0), "camera-recorder": (1, 0), "display": (1, 0), "badge-controller": (0, 0)}


def unseen(rng, seen, text, endings):
    """The text, with an ending when it was used before."""
    tries = 0
    result = text
    while result in seen and tries < 40:
        result = (text + " " + rng.choice(endings)).strip()
        tries += 1
    seen.add(result)
    return result


def northwind_branch(rng):
    devices, vms, seen = [], [], set()
    pools = {}
    for h, lines in typed_blocks(BRANCH_DEVICES) + typed_blocks(BRANCH_VMS):
        pools[h[0]] = Cycle(rng, lines)

    def prose(role, city, trait, extra):
        if rng.random() < 0.08:
            return ""
        text = pools[role].next().format(c=city, t=trait)
        text = re.sub(r"(?:^|(?<=\. ))([a-z])", lambda m: m.group(1).upper(), text)
        endings = ["%s, %s." % (upper_first(city), trait), "Site: %s." % city, "Unit in the %s." % city, extra]
        endings[2] = "Serves the %s." % trait if trait.startswith(("branch", "flagship", "large", "small", "regional", "shared")) else "For the %s." % trait
        return unseen(rng, seen, text, endings)

    for b, (code, city, room, trait) in enumerate(BRANCHES):
        position = 1
        for h, lines in typed_blocks(BRANCH_DEVICES):
            role, short, vendor, model, platform, racked, tags = h
            for n in range(1, BRANCH_COUNTS[role][0 if b % 2 == 0 else 1] + 1 + ((role == "access-point" and b in (0, 2, 5)) + (role == "badge-controller" and b in (1, 4, 10)))):
                name = "nwb-%s-%s-%02d" % (code, short, n)
                status = "decommissioning" if rng.random() < 0.04 else "planned" if rng.random() < 0.05 else "offline" if rng.random() < 0.03 else "active"
                remark = rng.choice(BRANCH_REMARKS).format(c=city, m=rng.choice(MONTHS))
                position += 1
                text = prose(role, city, trait, remark)
                devices.append({
                    "name": name, "role": role, "tenant": "Northwind Insurance", "manufacturer": vendor, "device_type": model,
                    "platform": "" if platform == "-" else platform, "serial": serial(name, vendor), "asset_tag": "NWB-%05d" % (20000 + len(devices) * 3),
                    "status": status, "site": city, "location": room if racked == "y" else "",
                    "rack": "%s-R1" % code.upper() if racked == "y" else "", "position": str(position) if racked == "y" else "",
                    "description": text, "comments": remark if rng.random() < 0.4 and remark not in text else "",
                    "tags": ",".join(tags.split(",") + (["small-branch"] if b % 2 else []))})
    host_count = {}
    for b, (code, city, room, trait) in enumerate(BRANCHES):
        for i, (h, lines) in enumerate(typed_blocks(BRANCH_VMS)):
            if len(vms) >= 60 or (b % 2 and i in (4, 5, 7, 8, 3, 6)) or (not b % 2 and i == (b // 2 + 4) % 9) or (not b % 2 and i == (b // 2) % 3 + 6) \
                    or (not b % 2 and b > 8 and i in (4, 5, 7)):
                continue
            role, short, platform, cpu, mem, disk = h
            name = "NWB%s%s01" % (code.upper(), short)
            vms.append({"name": name, "role": role, "status": "active" if rng.random() < 0.9 else rng.choice(["offline", "staged", "decommissioning"]),
                        "site": city, "cluster": "hv-%s" % code, "device": "", "platform": platform, "vcpus": cpu, "memory": mem, "disk": disk,
                        "description": prose(role, city, trait, "Runs on the local Hyper-V host."),
                        "serial": "", "tenant": "Northwind Insurance",
                        "comments": rng.choice(BRANCH_REMARKS).format(c=city, m=rng.choice(MONTHS)) if rng.random() < 0.3 else "",
                        "tags": ",".join(["branch-vm", {"Windows": "windows"}.get(platform.split()[0], "linux")])})
    return devices, vms


# ---------------------------------------------------------------------------------------------
# Harbor / Cloud Landing
# ---------------------------------------------------------------------------------------------
AZ_HEADER = ("*Server name,IP addresses,*Cores,*Memory (In MB),*OS name,OS version,OS architecture,Server type,Hypervisor,"
             "CPU utilization percentage,Memory utilization percentage,Network adapters,Network In throughput,Network Out throughput,"
             "Boot type,Number of disks,Storage in use (In GB)").split(",")
AZ_OS = {"win": [("Windows Server 2012 R2", "6.3"), ("Windows Server 2016", "10.0.14393"), ("Windows Server 2019", "10.0.17763"), ("Windows Server 2022", "10.0.20348")],
         "lin": [("Red Hat Enterprise Linux 7", "7.9"), ("Red Hat Enterprise Linux 8", "8.8"), ("SUSE Linux Enterprise Server 15", "15 SP4"), ("Ubuntu Linux", "22.04")]}
HARBOR_WORD = {"wms": "wms", "tms": "transport", "cus": "customs", "edi": "edi", "flt": "telematics", "cld": "coldchain", "trk": "tracking", "frt": "rating",
               "inv": "invoicing", "yrd": "yard", "pod": "delivery", "dgr": "dangerousgoods", "ros": "rostering", "ocn": "oceanbooking", "erp": "erp",
               "hcm": "timeclock", "idp": "identity", "bkp": "backup", "mon": "monitoring", "mta": "mailrelay", "cic": "build", "lak": "datalake",
               "kfk": "kafka", "mft": "filetransfer", "arc": "archive", "fil": "fileprint", "vgm": "depot", "clm": "claims", "ret": "returns",
               "co2": "emissions"}
HARBOR_DB_CLASS = {"ora": "Oracle Database", "pg": "PostgreSQL Database", "sql": "SQL Server Database", "db2": "Db2 Database", "mon": "MongoDB Database"}


def harbor_asset(key, name, cls, description, source, **kw):
    asset = {"externalKey": key, "name": name, "sourceSystem": source, "ciClass": cls}
    if description:
        asset["description"] = description
    asset.update((k, v) for k, v in kw.items() if v not in ("", None, [], {}))
    return asset


def harbor_cloud(rng):
    services = parse_services(HARBOR_SERVICES)
    addr, writer = Addresses(), Writer(rng)
    servers, assets = [], []

    def azure(name, os, cores, mem, disk, dual=False):
        osname, osver = rng.choice(AZ_OS[os])
        hyper = "Hyper-V" if "-wro-" in name else "VMware"
        physical = rng.random() < 0.06
        servers.append(dict(zip(AZ_HEADER, [
            name, addr.v4() + (";" + addr.v6() if dual else ""), str(cores), str(mem), osname, osver, "x64", "Physical" if physical else "Virtual",
            "" if physical else hyper, str(rng.randint(3, 88)), str(rng.randint(21, 95)), "2" if dual else "1", "%.1f" % rng.uniform(0.2, 90), "%.1f" % rng.uniform(0.2, 70),
            "BIOS" if "2012" in osname or osver == "7.9" else "UEFI", str(rng.randint(1, 5)), str(disk)])))

    def asset(key, name, cls, text, **kw):
        assets.append(harbor_asset("HBL-" + key, name, cls, text, "harbor-cmdb", **kw))

    status = {"p": ("In production", "Operational"), "t": ("In use", "Operational"), "d": ("In use", "Operational"), "r": ("Standby", "Standby")}
    for s in services:
        owner = s.dept
        word = HARBOR_WORD[s.code]
        for env in s.envs:
            site = "rtm" if env == "r" and s.site == "ham" else "ham" if env == "r" else s.site
            if s.os in ("lin", "win"):
                for n in range(1, {"p": max(1, s.nodes), "t": 1, "d": 1, "r": 1}[env] + 1):
                    azure("hbl-%s-%s-%s%02d" % (site, word, {"p": "app", "t": "tst", "d": "dev", "r": "dr"}[env], n), s.os, rng.choice([2, 4, 8]),
                          rng.choice([8192, 16384, 32768]), rng.choice([60, 110, 240, 480]), dual=s.code in ("trk", "edi", "mta", "flt"))
            db_host = ""
            if s.os == "aix":
                db_host = {"p": "hbl-ham-aix-erpdb01", "t": "hbl-ham-aix-erpt01", "d": "hbl-ham-aix-erpt01", "r": "hbl-rtm-aix-erpdr"}[env]
            elif s.db in DB_NAME and (s.db != "mon" or s.os != "k8s") and env in "ptr" and (env != "t" or s.nodes > 1):
                db_host = "hbl-%s-%s-%s%s01" % (site, word, s.db, {"p": "", "t": "-t", "r": "-r"}[env])
                azure(db_host,
                      "win" if s.db == "sql" else "lin", rng.choice([4, 8, 16]), rng.choice([32768, 65536, 131072]), rng.choice([400, 900, 1800, 5200]))
            code = "%s-%s" % (s.code, ENV[env][0])
            asset("APP-" + code.upper(), "%s (%s)" % (s.title, ENV[env][1]), "Business Application",
                  writer.describe(s, env, 1, "app" if env == "p" else "application", Writer.APP, "k8s" if s.os == "k8s" else "app"), environment=ENV[env][1], location=CITIES[site], owner=owner,
                  supportGroup=s.group, status=status[env][0], operationalStatus=status[env][1],
                  tags=["service:" + word] + (["criticality:high"] if env == "p" and s.nodes > 2 else []),
                  attributes={"software": s.software, "strategy": s.moves[0]} if env == "p" else {"software": s.software})
            if s.db in DB_NAME:
                ver = rng.choice(DB_VERSIONS[s.db])
                name = "hbl_%s_%s" % (s.code, ENV[env][0])
                name = name.upper() if s.db in ("ora", "db2") else name
                asset("DB-" + code.upper(), name, HARBOR_DB_CLASS[s.db], writer.describe(s, env, 1, "database", Writer.DB, s.db, dbver=ver),
                      environment=ENV[env][1], location=CITIES[site], owner=owner, supportGroup="Database Operations", osVersion="",
                      storageGib=rng.choice([25, 80, 210, 640, 1900]) if env != "d" else rng.choice([5, 12.5, 40]),
                      memoryMib=rng.choice([8192, 16384, 32768]), status=status[env][0], operationalStatus=status[env][1],
                      hostName=db_host, tags=["service:" + word, "engine:" + DB_NAME[s.db].lower().replace(" ", "-")],
                      attributes={"version": ver, "port": {"ora": "1521", "pg": "5432", "sql": "1433", "db2": "50000", "mon": "27017"}[s.db]})
        for name, text in s.interfaces:
            asset("IF-" + name.upper(), name, "Integration Interface", text, environment="Production", location=CITIES[s.site], owner=owner, supportGroup=s.group,
                  status="In production", operationalStatus="Operational", tags=["service:" + word, "type:interface"])
        if s.envs.startswith("p") and s.nodes >= 2:
            fact = s.facts[-1]
            asset("JOB-%s-MAINT" % s.code.upper(), "%s-housekeeping" % word, "Scheduled Job",
                  ["Nightly clean-up of %s: purges old %s.", "Weekend maintenance job of %s, checks and compacts %s.",
                   "Exports %s statistics for the service report; touches %s.", "%s consistency check at 04:00 over %s."][len(assets) % 4]
                  % (s.title, s.data[0] if s.data else "logs and temporary files"), environment="Production", location=CITIES[s.site],
                  owner=owner, supportGroup=s.group, status="In production", attributes={"note": fact})
    for cls, name, site, platform, group, text, tags in rows_of(HARBOR_INFRA):
        vendor = platform.split()[0]
        m = re.match(r"(.*?)\s+([\d.]+.*)$", platform)
        kw = dict(environment="Production", hostName=name, fqdn=name + ".harbor-logistics.example", osName=m.group(1) if m else platform,
                  osVersion=m.group(2) if m else "", location=CITIES[site], owner="IT Infrastructure", supportGroup=group, serialNumber=serial(name, vendor),
                  assetTag="HBL-%05d" % (70000 + len(assets)), addresses=[addr.v4()] + ([addr.v6()] if cls in ("Router", "Load Balancer", "Web Server") else []),
                  tags=tags.split(","), status="In production", operationalStatus="Operational")
        if cls in ("Hypervisor", "Kubernetes Node", "AIX Server", "Message Broker", "Web Server"):
            kw.update(cpuCount=rng.choice([8, 16]) if cls != "Hypervisor" else 64, memoryMib=1048576 if cls == "Hypervisor" else rng.choice([16384, 32768, 65536]),
                      storageGib=rng.choice([120, 250, 400]))
        if "test" in text:
            kw["environment"] = "Test" if "ERP test" in text else "Production"
        asset("INF-" + name[4:].upper(), name, cls, text, **kw)
    return servers, assets


# ---------------------------------------------------------------------------------------------
# Harbor / Warehouse OT
# ---------------------------------------------------------------------------------------------
AWS_HEADER = ("ExternalId,SMBiosId,IPAddress,MACAddress,HostName,VMware.MoRefId,VMware.VCenterId,CPU.NumberOfProcessors,CPU.NumberOfCores,"
              "CPU.NumberOfLogicalCores,OS.Name,OS.Version,VMware.VMName,RAM.TotalSizeInMB,RAM.UsedSizeInMB.Avg,Applications,ApplicationWave,Tags").split(",")
AWS_OS_VERSION = {"2016": "10.0.14393", "2012": "6.3.9600", "2019": "10.0.17763", "2022": "10.0.20348", "LTSC": "10.0.19044", "Linux 7": "7.9", "20.04": "20.04",
                  "CentOS": "7.9.2009", "Rocky": "9.3", "SUSE": "12.5"}


def harbor_ot(rng):
    addr, servers, assets, seen = Addresses(), [], [], set()
    for code, title, os, cores, mem, function, software, wave, sites, nodes in rows_of(OT_SERVERS):
        for w, (site, warehouse, city, goods) in enumerate([v for v in WAREHOUSES if v[0] in ("gdn1", "lyo1", "vlc1")]
                                                         if code == "cld" else WAREHOUSES[:int(sites)]):
            for n in range(1, int(nodes) + 1):
                host = "%s-%s-%s%02d" % ("hbo", site, code, n)
                key = md5("ot/" + host)
                bios = "-".join([key[:8], key[8:12], "4" + key[13:16], "a" + key[17:20], key[20:32]])
                dual = code in ("wcs", "jmp", "ops")
                total = int(mem)
                servers.append(dict(zip(AWS_HEADER, [
                    "hbo-srv-%s" % key[:10], bios, ",".join([addr.v4()] + ([addr.v6()] if dual else [])),
                    ",".join([mac(host)] + ([mac(host + "/2")] if dual else [])), host + ".ot.harbor-logistics.example", "vm-%d" % (1000 + len(servers) * 13),
                    str(uuid.UUID(md5("vcenter/" + site))), "1" if int(cores) < 8 else "2", cores, cores, os,
                    next((v for k, v in AWS_OS_VERSION.items() if k in os), ""), "%s %s %02d" % (title, warehouse, n) if w % 2 == 0 else host,
                    str(total), str(int(total * rng.uniform(0.3, 0.92))), title if w % 3 else "%s,%s" % (title, "Warehouse Operations"),
                    "" if wave == "retain" and w % 2 else ("wave-" + wave if wave != "retain" else "retain"),
                    ",".join(["site:" + warehouse, "city:" + city, "function:" + function, "software:" + software, "goods:" + goods,
                              "environment:" + ("production" if n == 1 or w % 3 else "standby")])])))
    remarks = Cycle(rng, OT_REMARKS)
    for h, lines in typed_blocks(OT_TYPES):
        cls, short, count, firmware, group = h
        texts = Cycle(rng, lines)
        for i in range(int(count)):
            template = texts.next()
            fitting = next(([w for w in WAREHOUSES if w[0] in sites] for words, sites in OT_SITES if re.search(words, template, re.I)), WAREHOUSES)
            site, warehouse, city, goods = fitting[(i * 3 + len(short) + len(assets)) % len(fitting)]
            n = 1 + i
            name = "%s-%s-%02d" % (site, short, n)
            text = template.format(w=warehouse, g=goods, n=n)
            if rng.random() < 0.45:
                text += " " + remarks.next()
            text = unseen(rng, seen, text, ["Located at %s." % warehouse, "Handles %s." % goods, "Same type as the others in %s." % city])
            dice = rng.random()
            if dice < 0.06:
                text = ""
            elif dice < 0.1:
                text = "%s %s %d" % (short.upper(), site, n)
            m = re.match(r"(.*?)\s+V?([\d.]+.*)$", firmware)
            assets.append(harbor_asset(
                "HBO-" + name.upper(), name, cls, text, "harbor-ot", environment="Production", hostName=name,
                osName=m.group(1) if m else firmware, osVersion=m.group(2) if m else "", location="%s, %s" % (warehouse, city), owner="Contract Logistics",
                supportGroup=group, status="In production" if rng.random() < 0.94 else "Planned replacement",
                operationalStatus="Operational" if rng.random() < 0.95 else "Degraded", serialNumber=serial(name, firmware), assetTag="OT-%05d" % (3000 + len(assets)),
                addresses=[addr.v4()] if rng.random() < 0.93 else [addr.v6()],
                cpuCount=4 if cls in ("HMI Panel", "Mobile Terminal Gateway", "Edge Gateway") else None,
                memoryMib=8192 if cls in ("HMI Panel", "Mobile Terminal Gateway", "Edge Gateway") else None,
                tags=["site:" + site, "zone:" + rng.choice(["inbound", "high-bay", "picking", "outbound", "yard"]) if cls not in ("Energy Meter", "Fire Alarm Panel")
                      else "zone:technical"],
                attributes={"goods": goods, "protocol": {"PLC": "PROFINET", "Energy Meter": "Modbus TCP", "Refrigeration Controller": "Modbus TCP",
                                                          "Temperature Gateway": "LoRaWAN"}.get(cls, "TCP/IP")}))
    return servers, assets


# ---------------------------------------------------------------------------------------------
# Assembly, validation, README
# ---------------------------------------------------------------------------------------------
MANIFEST = {"clientAccounts": [
    {"slug": "northwind", "name": "Northwind Insurance", "engagements": [
        {"slug": "core-exit", "name": "Core Platform Exit",
         "files": ["northwind/core-exit/servicenow-ci.csv", "northwind/core-exit/servicenow-relations.csv"]},
        {"slug": "branch-refresh", "name": "Branch Refresh",
         "files": ["northwind/branch-refresh/netbox-devices.csv", "northwind/branch-refresh/netbox-virtual-machines.csv"]}]},
    {"slug": "harbor", "name": "Harbor Logistics", "engagements": [
        {"slug": "cloud-landing", "name": "Cloud Landing", "files": ["harbor/cloud-landing/azure-migrate.csv", "harbor/cloud-landing/assets.jsonl"]},
        {"slug": "warehouse-ot", "name": "Warehouse OT", "files": ["harbor/warehouse-ot/aws-migration-hub.csv", "harbor/warehouse-ot/assets.jsonl"]}]}]}

# file: (header or None for JSON Lines, key column, name column, class column, description column)
SHAPES = {
    "northwind/core-exit/servicenow-ci.csv": (SN_HEADER, "sys_id", "name", "sys_class_name", "short_description"),
    "northwind/core-exit/servicenow-relations.csv": (["parent", "child", "type"], None, None, None, None),
    "northwind/branch-refresh/netbox-devices.csv": (NB_DEVICE_HEADER, "name", "name", "role", "description"),
    "northwind/branch-refresh/netbox-virtual-machines.csv": (NB_VM_HEADER, "name", "name", "role", "description"),
    "harbor/cloud-landing/azure-migrate.csv": (AZ_HEADER, "*Server name", "*Server name", "*OS name", None),
    "harbor/cloud-landing/assets.jsonl": (None, "externalKey", "name", "ciClass", "description"),
    "harbor/warehouse-ot/aws-migration-hub.csv": (AWS_HEADER, "ExternalId", "HostName", "OS.Name", None),
    "harbor/warehouse-ot/assets.jsonl": (None, "externalKey", "name", "ciClass", "description"),
}
ALLOWED_JSON = {"externalKey": str, "name": str, "sourceSystem": str, "ciClass": str, "description": str, "environment": str, "hostName": str, "fqdn": str,
                "osName": str, "osVersion": str, "cpuCount": int, "memoryMib": (int, float), "storageGib": (int, float), "location": str, "owner": str,
                "supportGroup": str, "status": str, "operationalStatus": str, "serialNumber": str, "assetTag": str, "addresses": list, "tags": list,
                "attributes": dict}
DOCUMENTATION = [ipaddress.ip_network(n) for n in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")]


def build():
    """All files as {relative path: text}, README last because it states the counts."""
    ci, relations = northwind_core(random.Random(SEED))
    devices, vms = northwind_branch(random.Random(SEED + 1))
    azure, cloud = harbor_cloud(random.Random(SEED + 2))
    aws, ot = harbor_ot(random.Random(SEED + 3))

    def jsonl(items):
        return "".join(json.dumps(a, ensure_ascii=False) + "\n" for a in items)

    files = {
        "northwind/core-exit/servicenow-ci.csv": csv_text(SN_HEADER, ci, "\r\n"),
        "northwind/core-exit/servicenow-relations.csv": csv_text(["parent", "child", "type"], relations, "\r\n"),
        "northwind/branch-refresh/netbox-devices.csv": csv_text(NB_DEVICE_HEADER, devices),
        "northwind/branch-refresh/netbox-virtual-machines.csv": csv_text(NB_VM_HEADER, vms),
        "harbor/cloud-landing/azure-migrate.csv": csv_text(AZ_HEADER, azure, "\r\n"),
        "harbor/cloud-landing/assets.jsonl": jsonl(cloud),
        "harbor/warehouse-ot/aws-migration-hub.csv": csv_text(AWS_HEADER, aws),
        "harbor/warehouse-ot/assets.jsonl": jsonl(ot),
        "estate.json": json.dumps(MANIFEST, ensure_ascii=False, indent=2) + "\n",
    }
    report = check(files)
    files["README.md"] = readme(report)
    return files, report


def parse(path, text):
    header = SHAPES[path][0]
    if header is None:
        return [json.loads(line) for line in text.splitlines()]
    table = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert table[0] == header, "%s: header differs" % path
    for i, r in enumerate(table[1:], 2):
        assert len(r) == len(header), "%s:%d: %d fields" % (path, i, len(r))
    return [dict(zip(header, r)) for r in table[1:]]


def check(files):
    """Parses every file back and fails on anything an import would refuse or a reader would doubt."""
    report, names = {}, {}
    for client in json.loads(files["estate.json"])["clientAccounts"]:
        for engagement in client["engagements"]:
            seen_names, seen_addresses = set(), set()
            for path in engagement["files"]:
                rows = parse(path, files[path])
                _, key, name, cls, desc = SHAPES[path]
                info = report[path] = {"rows": len(rows)}
                if key is None:
                    known = {r["name"] for r in parse("northwind/core-exit/servicenow-ci.csv", files["northwind/core-exit/servicenow-ci.csv"])}
                    for r in rows:
                        assert r["parent"] in known and r["child"] in known and r["parent"] != r["child"], r
                        assert r["type"] in ("Runs on::Runs", "Depends on::Used by", "Connects to::Connected by"), r
                    assert len({tuple(r.values()) for r in rows}) == len(rows)
                    info["classes"] = collections.Counter(r["type"] for r in rows)
                    continue
                assert len({r[key] for r in rows}) == len(rows), path + ": keys repeat"
                for r in rows:
                    assert r[key] and r[name] and r[name] not in seen_names, "%s: name %s repeats" % (path, r[name])
                    seen_names.add(r[name])
                    if cls == "ciClass":
                        for k, v in r.items():
                            assert k in ALLOWED_JSON and isinstance(v, ALLOWED_JSON[k]), (path, k, v)
                        assert all(re.match(r"[^:]+:.+", t) for t in r.get("tags", [])), r
                        assert all(isinstance(v, str) for v in r.get("attributes", {}).values()), r
                    addresses = r.get("addresses") or re.split(r"[;,]", r.get("ip_address") or r.get("IPAddress") or r.get("IP addresses") or "")
                    for a in filter(None, addresses):
                        assert any(ipaddress.ip_address(a) in net for net in DOCUMENTATION), a
                        assert a not in seen_addresses, "%s: address %s repeats" % (path, a)
                        seen_addresses.add(a)
                    for field in ("mac_address", "MACAddress"):
                        for m in filter(None, r.get(field, "").split(",")):
                            assert re.fullmatch(r"02(:[0-9A-F]{2}){5}", m), m
                    for field in ("fqdn", "HostName"):
                        assert not r.get(field) or r[field].endswith(".example"), r
                    for field in ("ram", "disk_space", "cpu_count", "cpu_core_count", "memory", "disk", "vcpus", "*Cores", "*Memory (In MB)"):
                        assert re.fullmatch(r"\d{0,3}(,\d{3})+|\d*", r.get(field, "")), (field, r)
                info["classes"] = collections.Counter(r[cls] for r in rows)
                if desc:
                    present = [r[desc] for r in rows if r.get(desc)]
                    info["described"], info["distinct"] = len(present), len(set(present))
                    assert len(set(present)) / len(present) > 0.85, "%s: descriptions repeat" % path
                    for t in present:
                        assert "{" not in t and "  " not in t and t == t.strip(), t
    assets = sum(i["rows"] for p, i in report.items() if "relations" not in p)
    assert 1100 <= assets <= 1400, "%d assets" % assets
    report["total"] = {"rows": assets}
    assert len(parse_services(NORTHWIND_SERVICES)) + len(parse_services(HARBOR_SERVICES)) >= 60
    return report


def readme(report):
    lines = ["# Sample estate", "",
             "Imported on the first start so that a new installation has something to search. Two client accounts with two engagements each;",
             "`estate.json` lists them with their files in import order.", "",
             "**Everything here is fictitious.** Companies, systems, serial numbers and remarks are invented; real product names only make the",
             "descriptions believable. Addresses come from documentation ranges (RFC 5737, RFC 3849), MACs are locally administered, domains end in",
             "`.example`, and no person is named.", "",
             "Do not edit these files by hand. They are written, parsed back and checked by the generator, byte for byte the same on every run:", "",
             "    python3 scripts/sample-estate.py           # write and check",
             "    python3 scripts/sample-estate.py --check   # fail if the files differ from what the generator makes", "",
             "| File | Format | Rows | With description | Distinct |", "| --- | --- | ---: | ---: | ---: |"]
    formats = {"servicenow-ci.csv": "ServiceNow CI export, CRLF", "servicenow-relations.csv": "ServiceNow relations, CRLF", "netbox-devices.csv": "NetBox devices, LF",
               "netbox-virtual-machines.csv": "NetBox virtual machines, LF", "azure-migrate.csv": "Azure Migrate import template, CRLF",
               "aws-migration-hub.csv": "AWS Migration Hub import template, LF", "assets.jsonl": "JSON Lines, LF"}
    for path in SHAPES:
        info = report[path]
        lines.append("| `%s` | %s | %d | %s | %s |" % (path, formats[path.rsplit("/", 1)[1]], info["rows"], info.get("described", "-"), info.get("distinct", "-")))
    lines += ["", "%d assets in total; relations are not assets." % report["total"]["rows"], "",
              "Worth knowing when reading or importing:", "",
              "- ServiceNow: about a third of the `ram` values carry thousands separators (`\"16,384\"`), status columns hold numeric codes,",
              "  `host_name` of a database instance names the machine it runs on, applications have no address, and two addresses share a field",
              "  separated by a comma. In relations the parent runs on, depends on or connects to the child.",
              "- NetBox: `memory` is in MB and `disk` in GB; `tags` are comma-separated inside one field.",
              "- Azure Migrate: two addresses are separated by a semicolon; the format has no description column.",
              "- AWS Migration Hub: addresses, applications and `name:value` tags are comma-separated inside one field.",
              "- Some descriptions are missing or terse on purpose, and production, test and development copies resemble each other.", ""]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description="Writes the sample estate.")
    parser.add_argument("--out", type=pathlib.Path, default=DEFAULT_OUT)
    parser.add_argument("--check", action="store_true", help="write nothing, fail if the files on disk differ")
    args = parser.parse_args()
    files, report = build()
    if args.check:
        differing = [p for p, text in files.items()
                     if not (args.out / p).is_file() or (args.out / p).read_bytes() != text.encode("utf-8")]
        if differing:
            sys.exit("differs from the generator: " + ", ".join(differing))
    else:
        for path, text in files.items():
            target = args.out / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode("utf-8"))
    for path, info in report.items():
        ratio = "  distinct %d/%d" % (info["distinct"], info["described"]) if "described" in info else ""
        print("%-55s %5d%s" % (path, info["rows"], ratio))


if __name__ == "__main__":
    main()
