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
