package org.quartermaster.equipment.aemp;

/** What the description of the API shows. */
final class Examples {
    static final String EQUIPMENT_JSON = """
            {"version": "1", "snapshotTime": "2026-03-14T08:30:00Z",
             "EquipmentHeader": {"OEMName": "Massey Ferguson", "Model": "MF 385", "SerialNumber": "MF385-20417",
               "EquipmentID": "eq_0197f3a26c1e7b4a9d553f2a1c8e7b60"},
             "CumulativeOperatingHours": {"datetime": "2026-03-14T08:30:00Z", "Hour": 4312.5}}""";

    static final String EQUIPMENT = """
            <Equipment xmlns="http://standards.iso.org/iso/15143/-3" version="1" snapshotTime="2026-03-14T08:30:00Z">\
            <EquipmentHeader><OEMName>Massey Ferguson</OEMName><Model>MF 385</Model>\
            <EquipmentID>eq_0197f3a26c1e7b4a9d553f2a1c8e7b60</EquipmentID><SerialNumber>MF385-20417</SerialNumber>\
            </EquipmentHeader><CumulativeOperatingHours datetime="2026-03-14T08:30:00Z"><Hour>4312.5</Hour>\
            </CumulativeOperatingHours></Equipment>""";

    static final String FLEET_JSON = """
            {"version": "1", "snapshotTime": "2026-03-14T08:30:00Z",
             "Links": [{"rel": "self", "href": "http://localhost:8101/api/v1/aemp/Fleet/1"}],
             "Equipment": [{"EquipmentHeader": {"PIN": "1HGBH41JXMN109186"},
               "CumulativeOperatingHours": {"datetime": "2026-03-14T08:30:00Z", "Hour": 4312.5}}]}""";

    static final String FLEET = """
            <Fleet xmlns="http://standards.iso.org/iso/15143/-3" version="1" snapshotTime="2026-03-14T08:30:00Z">\
            <Links><rel>self</rel><href>http://localhost:8101/api/v1/aemp/Fleet/1</href></Links>\
            <Equipment><EquipmentHeader><PIN>1HGBH41JXMN109186</PIN></EquipmentHeader>\
            <CumulativeOperatingHours datetime="2026-03-14T08:30:00Z"><Hour>4312.5</Hour></CumulativeOperatingHours>\
            </Equipment></Fleet>""";

    private Examples() {}
}
