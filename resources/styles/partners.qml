<!DOCTYPE qgis>
<qgis styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <fieldConfiguration>
  <field name="metric">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Patent applications" type="QString" value="patents" />
       </Option>
       <Option type="Map">
        <Option name="Publications" type="QString" value="publications" />
       </Option>
       <Option type="Map">
        <Option name="Venture capital deals" type="QString" value="deals" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="records">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="0" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="fractional">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="within_share">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="clusters_share">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="noise_share">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="unlocated_share">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="domestic_share">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="international_share">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="strongest_share">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="cluster_id" index="0" name="Cluster number" />
  <alias field="name" index="1" name="Name" />
  <alias field="metric" index="2" name="Metric" />
  <alias field="records" index="3" name="Records" />
  <alias field="fractional" index="4" name="Records, fractional" />
  <alias field="within_share" index="5" name="Made in the cluster alone, %" />
  <alias field="clusters_share" index="6" name="Made with other clusters, %" />
  <alias field="noise_share" index="7" name="Made with addresses in no cluster, %" />
  <alias field="unlocated_share" index="8" name="Made with addresses without a place, %" />
  <alias field="shared_records" index="9" name="Records with an address elsewhere" />
  <alias field="domestic_share" index="10" name="Of these domestic, %" />
  <alias field="international_share" index="11" name="Of these international, %" />
  <alias field="partners" index="12" name="Partner clusters" />
  <alias field="strongest_id" index="13" name="Strongest partner: number" />
  <alias field="strongest_name" index="14" name="Strongest partner" />
  <alias field="strongest_share" index="15" name="Share of the strongest partner, %" />
 </aliases>
</qgis>
